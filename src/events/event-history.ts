/** What a change made of an event's time, place, room for people and title: the values before and after, as far as the log has them. */
import type { Event } from "./event.ts";

/** An event's facts as they stood just before a change (`before` in `event.actions.ts`); older changes kept fewer of them. */
export type Stood = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type ValueField = "title" | "startsAt" | "endsAt" | "doorsAt" | "venueId" | "capacity";

/** A place without a name is one that this viewer is not shown. */
export type Value =
  | { kind: "words"; words: string }
  | { kind: "moment"; at: Temporal.Instant; zone: string }
  | { kind: "place"; name: string | null }
  | { kind: "number"; number: number }
  | { kind: "none" };

export type Changed = { field: ValueField; was: Value; now: Value };

export type ChangeFacts = {
  fields: readonly string[];
  about: Stood;
  /** Before the next change; null after the last, where the event itself says how it stands. */
  next: Stood | null;
  wasTitle: string | null;
  nextTitle: string | null;
  wasVenue: string | null;
  nowVenue: string | null;
};

const FIELDS: readonly ValueField[] = ["title", "startsAt", "endsAt", "doorsAt", "venueId", "capacity"];

export function valuesChanged(change: ChangeFacts, event: Pick<Event, "title" | "startsAt" | "endsAt" | "doorsAt" | "venueId" | "capacity" | "zone">): Changed[] {
  const { about } = change;
  const current: Stood = { ...event, startsAt: event.startsAt.toString(), endsAt: event.endsAt.toString(), doorsAt: event.doorsAt?.toString() ?? null };
  const after = change.next ?? current;
  return FIELDS.filter((field) => change.fields.includes(field)).flatMap((field) => {
    const was = field === "title" ? wordsIn(change.wasTitle) : valueOf(field, about, change.wasVenue);
    const now = field === "title" ? wordsIn(change.nextTitle ?? event.title) : valueOf(field, after, change.nowVenue);
    return was && now ? [{ field, was, now }] : [];
  });
}

function wordsIn(words: string | null): Value | null {
  return words === null ? null : { kind: "words", words };
}

/** Null where it was not written down then. */
function valueOf(field: Exclude<ValueField, "title">, stood: Stood, venue: string | null): Value | null {
  const value = stood[field];
  if (value === undefined) return null;
  if (value === null) return { kind: "none" };
  if (field === "venueId") return { kind: "place", name: venue };
  if (field === "capacity") return { kind: "number", number: Number(value) };
  return { kind: "moment", at: Temporal.Instant.from(String(value)), zone: String(stood["zone"] ?? "UTC") };
}
