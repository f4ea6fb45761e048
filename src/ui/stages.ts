import { html, type Html } from "./html.ts";
import { unbroken } from "./words.ts";
import type { Line } from "./view.ts";

export interface Stage {
  readonly name: string;
  readonly when: string;
  readonly words?: string | Html | null;
}

/** The run-up of one event as a line: travelled track is solid, track to come is hollow, the carriage is today. */
export function stages(
  label: string,
  stations: readonly Stage[],
  /** The stage that we have reached (-1: none yet; past the last: all is done), and how far past it on the way to the next, 0 to 1 */
  reached: { index: number; gone: number },
  line: Line = 1,
): Html {
  return html`<section class="stages" aria-label="${label}" data-line="${line}"><ol role="list">${stations.map((stage, i) =>
    station(stage, i < reached.index ? "done" : i === reached.index ? "now" : "next", i < stations.length - 1 ? reached.gone : 0),
  )}</ol></section>`;
}

function station(stage: Stage, at: "done" | "now" | "next", gone: number): Html {
  const words = html`<b>${unbroken(stage.name)}</b><span class="soft small num">${stage.when}</span>${stage.words ? html`<p>${stage.words}</p>` : ""}`;
  if (at !== "now") return html`<li data-at="${at}">${words}</li>`;
  const twentieths = Math.min(20, Math.max(0, Math.round(gone * 20)));
  return html`<li data-at="now" data-gone="${twentieths}" aria-current="step"><span class="train" aria-hidden="true"></span>${words}</li>`;
}
