export function venueUrl(id: string): string {
  return `/venues/${id}`;
}

/** As it was typed, in whole centimetres; null for nothing, undefined for what cannot be. */
export function readLift(typed: string): number | null | undefined {
  if (typed === "") return null;
  const cm = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  return cm >= NARROWEST_LIFT && cm <= WIDEST_LIFT ? cm : undefined;
}

export const NARROWEST_LIFT = 40;
export const WIDEST_LIFT = 500;
