/** How long people on an imported list are kept who never come. */
export const UNCLAIMED_MONTHS = 12;
/** Their organisers are told so long before. */
export const TOLD_DAYS = 30;

/** The organisers are told today of all whom no list has named since then, and `erasesOn` is when those are erased: never before the year is over. */
export function unclaimedDue(today: Temporal.PlainDate): { namedBefore: Temporal.PlainDate; erasesOn: Temporal.PlainDate } {
  const erasesOn = today.add({ days: TOLD_DAYS });
  return { namedBefore: erasesOn.subtract({ months: UNCLAIMED_MONTHS }), erasesOn };
}
