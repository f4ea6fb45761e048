/** How long what was asked took, one after the other, in milliseconds. */
import { loadavg } from "node:os";
import { median } from "./figure.ts";
import type { Figure } from "./figure.ts";

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function percentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}

/** What the rest of the machine does while we measure: above its cores, every figure is too high. */
export const load = (): Figure => ({ name: "load of the machine meanwhile (a minute's mean)", value: loadavg()[0]!, unit: "" });

/** Two things in turn, so that a noisy neighbour disturbs both: medians, and the first as a multiple of the second. */
export async function inTurn(rounds: number, first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<{ first: number; second: number; ratio: number }> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await timed(first));
    times[1].push(await timed(second));
  }
  const [a, b] = [median(times[0]), median(times[1])];
  return { first: a, second: b, ratio: a / b };
}
