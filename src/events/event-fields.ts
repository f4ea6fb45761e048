/** What an organiser says about an event, and what follows from changing it. */
import type { Audience, NamesFor, PlaceFor } from "../organisations/event-audience.ts";
import type { Event, PhotoPolicy } from "./event.ts";
import { hasStarted, isBefore } from "./event.ts";

export type EventFields = {
  title: string;
  summary: string;
  /** Markdown */
  about: string;
  /** Markdown, for those who see names */
  notes: string;
  icebreaker: string;
  /** IANA */
  zone: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  doorsAt: Temporal.Instant | null;
  answerBy: Temporal.Instant | null;
  /** Null: as soon as it is published */
  conversationOpensAt: Temporal.Instant | null;
  onlineUrl: string | null;
  /** Null: as many as come */
  capacity: number | null;
  cost: string;
  food: string;
  photoPolicy: PhotoPolicy;
  audience: Audience;
  namesFor: NamesFor;
  countsPublic: boolean;
  placeFor: PlaceFor;
};

/** Where it is: one of the organisation's venues, a new one, or online only. */
export type Place = { venueId: string | null; newVenue: VenueFields | null };

export type VenueFields = {
  name: string;
  address: string;
  /** The town */
  area: string;
  directions: string;
  stepFree: string;
  /** At its narrowest; null where there is none, or nobody has said */
  liftCm: number | null;
  hearing: string;
  quietRoom: string;
  toilets: string;
  transport: string;
};

export type VenueWords = Omit<VenueFields, "liftCm">;

export const venueFieldNames: readonly (keyof VenueFields)[] = ["name", "address", "area", "directions", "stepFree", "liftCm", "hearing", "quietRoom", "toilets", "transport"];

const fieldNames: readonly (keyof EventFields)[] = [
  "title", "summary", "about", "notes", "icebreaker", "zone", "startsAt", "endsAt", "doorsAt", "answerBy", "conversationOpensAt", "onlineUrl", "capacity", "cost",
  "food", "photoPolicy", "audience", "namesFor", "countsPublic", "placeFor",
];

/** Names of the fields in which the two differ; the venue is `venueId`. */
export function changedFields(before: EventFields & { venueId: string | null }, after: EventFields, venueId: string | null): string[] {
  const changed: string[] = fieldNames.filter((name) => !same(before[name], after[name]));
  if (before.venueId !== venueId) changed.push("venueId");
  return changed;
}

/** Those who come must hear of these, and their calendars must take them over. Everything else is cosmetic. */
const MATTERS = new Set(["startsAt", "endsAt", "doorsAt", "venueId", "onlineUrl", "venue"]);

export function whatMatters(fields: readonly string[]): string[] {
  return fields.filter((field) => MATTERS.has(field));
}

/** Once it has begun, what people counted on stands still; only the end may move, until it is over. */
const STANDS: readonly (keyof EventFields)[] = ["zone", "startsAt", "doorsAt", "answerBy", "conversationOpensAt", "onlineUrl", "capacity"];

export function lockedFields(event: Pick<Event, "startsAt" | "endsAt" | "publishedAt"> & { isPostponed?: boolean }, now: Temporal.Instant): ReadonlySet<string> {
  if (!event.publishedAt || event.isPostponed || !hasStarted(event, now)) return new Set();
  return new Set([...STANDS, "venueId", ...(isBefore(now, event.endsAt) ? [] : ["endsAt"])]);
}

/** What is asked, with the locked fields as they were. */
export function withLocked(asked: EventFields, before: EventFields, locked: ReadonlySet<string>): EventFields {
  const kept = fieldNames.filter((name) => locked.has(name)).map((name) => [name, before[name]]);
  return { ...asked, ...Object.fromEntries(kept) };
}

/** What a draft lacks. `needed` stops publishing; `kind` would be kind to those who come. */
export type Missing = { field: string; weight: "needed" | "kind" };

export function missingFrom(event: Event, now: Temporal.Instant): Missing[] {
  const missing: Missing[] = [];
  const lacks = (field: string, weight: Missing["weight"], isMissing: boolean) => isMissing && missing.push({ field, weight });
  lacks("place", "needed", !event.venueId && !event.onlineUrl);
  lacks("past", "needed", !isBefore(now, event.startsAt));
  lacks("answerByPast", "needed", event.answerBy !== null && !isBefore(now, event.answerBy));
  lacks("summary", "kind", event.summary === "");
  lacks("about", "kind", event.about === "");
  lacks("address", "kind", event.venueId !== null && event.venueAddress === "");
  lacks("access", "kind", event.venueId !== null && event.stepFree === "");
  lacks("icebreaker", "kind", event.icebreaker === "");
  return missing;
}

function same(a: unknown, b: unknown): boolean {
  return a instanceof Temporal.Instant && b instanceof Temporal.Instant ? a.equals(b) : a === b;
}
