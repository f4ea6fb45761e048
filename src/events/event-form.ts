/** What stands in the fields of the form in which organisers write an event. */
import { eventMode } from "./event.ts";
import type { Event } from "./event.ts";
import type { VenueWords } from "./event-fields.ts";
import { typedMoment } from "./typed-moment.ts";
import type { Typed } from "./typed-moment.ts";

/** For an event that is not there yet. */
export function blankEvent(zone: string, onlineOnly: boolean): Typed {
  return { zone, meets: onlineOnly ? "online" : "room", photoPolicy: "sticker", ...typedSight(null) };
}

/** What the form shows of an event, all of it as text. */
export function typedOf(event: Event): Typed {
  return {
    title: event.title,
    summary: event.summary,
    about: event.about,
    notes: event.notes,
    icebreaker: event.icebreaker,
    zone: event.zone,
    meets: event.venueId || event.onlineUrl ? eventMode(event) : "room",
    venue: event.venueId ?? "",
    onlineUrl: event.onlineUrl ?? "",
    capacity: event.capacity?.toString() ?? "",
    cost: event.cost,
    food: event.food,
    photoPolicy: event.photoPolicy,
    ...typedSight(event),
    doorsTime: typedMoment("doors", event.doorsAt, event.zone).doorsTime!,
    ...typedMoment("starts", event.startsAt, event.zone),
    ...typedEnd(event),
    ...typedMoment("answerBy", event.answerBy, event.zone),
    ...typedMoment("opens", event.conversationOpensAt, event.zone),
  };
}

/** Who may see what; for a new event the widest but for names, which are the members'. */
export function typedSight(event: Event | null): Typed {
  return { audience: event?.audience ?? "everyone", namesFor: event?.namesFor ?? "members", counts: event?.countsPublic === false ? "names" : "open", placeFor: event?.placeFor ?? "everyone" };
}

/** Its date is left out where it follows from the start, so that moving the start takes the end with it. */
function typedEnd({ startsAt, endsAt, zone }: Event): Typed {
  const typed = typedMoment("ends", endsAt, zone);
  const begins = startsAt.toZonedDateTimeISO(zone);
  const ends = endsAt.toZonedDateTimeISO(zone);
  const days = begins.toPlainDate().until(ends.toPlainDate()).days;
  const isLater = Temporal.PlainTime.compare(ends.toPlainTime(), begins.toPlainTime()) > 0;
  return days === (isLater ? 0 : 1) ? { ...typed, endsDate: "" } : typed;
}

export const VENUE_LONGEST: Record<keyof VenueWords, number> = { name: 160, address: 400, area: 120, directions: 2000, stepFree: 400, hearing: 400, quietRoom: 400, toilets: 400, transport: 400 };

/** "stepFree" -> "venueStepFree" */
export function venueInput(name: string): string {
  return `venue${name[0]!.toUpperCase()}${name.slice(1)}`;
}

const IN_FORM: Record<string, string[]> = {
  zone: ["zone"], startsAt: ["startsDate", "startsTime", "startsWhich"], endsAt: ["endsDate", "endsTime", "endsWhich"], doorsAt: ["doorsTime"],
  answerBy: ["answerByDate", "answerByTime", "answerByWhich"], conversationOpensAt: ["opensDate", "opensTime", "opensWhich"], venueId: ["venue", "meets"],
  onlineUrl: ["onlineUrl"], capacity: ["capacity"],
};

/** The fields that are not in the form once it has begun. */
export function lockedTyped(before: Event, locked: ReadonlySet<string>): Typed {
  const typed = typedOf(before);
  return Object.fromEntries([...locked].flatMap((field) => (IN_FORM[field] ?? []).map((name) => [name, typed[name] ?? ""])));
}
