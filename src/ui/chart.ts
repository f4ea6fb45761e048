import { html, type Html } from "./html.ts";

export interface StepChart {
  /** What it shows, in a sentence, for those who cannot see it */
  readonly label: string;
  /** In order of time: a share of the span from 0 to 1, and a value that holds from there on */
  readonly steps: readonly { at: number; value: number }[];
  readonly max: number;
  /** Words on the scale, at values */
  readonly scale: readonly { value: number; words: string }[];
  /** Words under the chart, at times */
  readonly under: readonly { at: number; words: string }[];
  /** Where the curve ends, and what it says there */
  readonly today: { at: number; words: string };
}

/**
 * A curve that goes up in steps, with its words on it rather than in a legend. The inner drawing stretches; the
 * words around it are placed in per cent and keep their size.
 */
export function stepChart(chart: StepChart): Html {
  const y = (value: number) => round(180 - (180 * value) / chart.max);
  const line = chart.steps.map((step, i) => (i === 0 ? `M${round(step.at * 660)} ${y(step.value)}` : `H${round(step.at * 660)}V${y(step.value)}`)).join("");
  const end = round(chart.today.at * 660);
  const last = chart.steps.at(-1)?.value ?? 0;
  const height = 86; // per cent of the figure; below it stand the dates
  return html`<figure class="chart"><svg role="img" aria-label="${chart.label}">
<svg viewBox="0 0 660 180" width="100%" height="${height}%" preserveAspectRatio="none"><path d="${chart.scale.map(({ value }) => `M0 ${y(value)}H660`).join("")}M0 180H660"/><path class="area" d="${line}H${end}V180H${round((chart.steps[0]?.at ?? 0) * 660)}z"/><path class="step" d="${line}H${end}"/><path class="mark" d="M${end} ${y(last)}V180"/></svg>
${chart.scale.map(({ value, words }) => html`<text x="0" y="${round((y(value) / 180) * height)}%" dy="1.1em">${words}</text>`)}
${chart.under.map(({ at, words }) => html`<text class="under" x="${round(at * 100)}%" y="100%" dy="-.35em" text-anchor="${anchor(at)}">${words}</text>`)}
<text class="today" x="${round(chart.today.at * 100)}%" y="${round((y(last) / 180) * height)}%" dx="-.5em" dy="-.4em" text-anchor="end">${chart.today.words}</text>
</svg></figure>`;
}

function anchor(at: number): string {
  return at < 0.15 ? "start" : at > 0.85 ? "end" : "middle";
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
