/** Who may do what for one event: its hosts' organisers everything, members who look after part of it that part and nothing else. */
export type Duty = "door" | "messages" | "all";
export const duties: readonly Duty[] = ["door", "messages", "all"];

/** What the pages for those who organise an event let one do. Changing or calling off the event itself is for organisers alone. */
export type DeskTask = "see-numbers" | "see-answers" | "see-names" | "write-letters" | "give-duties";

/** How somebody stands to one event. */
export type DeskStanding = { readonly organises: boolean; readonly duty: Duty | null };

const INCLUDES: Record<Duty, ReadonlySet<DeskTask>> = {
  door: new Set(["see-names"]),
  messages: new Set(["write-letters"]),
  all: new Set(["see-numbers", "see-answers", "see-names", "write-letters"]),
};

export function mayDo({ organises, duty }: DeskStanding, task: DeskTask): boolean {
  return organises || (duty !== null && INCLUDES[duty].has(task));
}

/** As long as people thank each other; then a duty ends by itself. */
export const DUTY_DAYS_AFTER = 14;

export function dutyEnds(event: { readonly endsAt: Temporal.Instant }): Temporal.Instant {
  return event.endsAt.add({ hours: 24 * DUTY_DAYS_AFTER });
}
