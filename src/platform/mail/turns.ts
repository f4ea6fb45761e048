/** How fast letters to many leave. */

export const ROUND_SECONDS = 5;

/** A round's share of a minute; at a low rate one, and the minute's own limit keeps the rest back. */
export function perRound(perMinute: number): number {
  return Math.ceil((perMinute * ROUND_SECONDS) / 60);
}

/** When the last of so many will have left, to the next whole minute. */
export function minutesFor(letters: number, perMinute: number): number {
  return Math.ceil(letters / perMinute);
}
