/** From what an organiser typed to an event's fields, with a sentence for everything that cannot be. */
import { z } from "zod";
import { audiences, namesFor, placesFor } from "../organisations/event-audience.ts";
import { isZone } from "../calendar/wall-clock.ts";
import { checkForm } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import type { Translate, Values } from "../platform/i18n/translate.ts";
import { isId } from "../platform/ids.ts";
import { isBefore, photoPolicies } from "./event.ts";
import type { Event, EventMode } from "./event.ts";
import type { EventFields, Place, VenueWords } from "./event-fields.ts";
import { venueFieldNames } from "./event-fields.ts";
import { lockedTyped, typedSight, VENUE_LONGEST, venueInput } from "./event-form.ts";
import { doorsBefore, moment, momentAfter } from "./typed-moment.ts";
import type { Fault, Typed } from "./typed-moment.ts";
import { readLift } from "./venue.ts";

export type EventForm = { fields: EventFields; place: Place };
export type ReadForm = { ok: true; value: EventForm; state: FormState } | { ok: false; state: FormState };

/** Faults come in the order of the page. `before` is the event as it is stored, whose locked fields are not in the form. */
export function readEventForm(values: FormState["values"], t: Translate, now: Temporal.Instant, before: Event | null, locked: ReadonlySet<string>): ReadForm {
  const typed: Typed = { ...(before && locked.size > 0 ? lockedTyped(before, locked) : {}) };
  for (const [name, value] of Object.entries(values)) typed[name] ??= [value].flat()[0] ?? "";
  // A form without these (a program's) must not open what is closed.
  for (const [name, value] of Object.entries(typedSight(before))) typed[name] ??= value;
  const words = checkForm(typed, schema, t);
  const errors: Record<string, string> = { ...words.state.errors };
  const fault = (name: string, key: MessageKey, about: Values = {}) => void (errors[name === "ends" ? "endsTime" : name] ??= t(key, about));
  const zone = isZone(typed.zone ?? "") ? typed.zone! : "UTC";
  if (zone !== typed.zone) fault("zone", "events.zoneUnknown");

  const startsAt = moment("starts", typed, zone, fault);
  if (!startsAt) fault("starts", "events.startMissing");
  const endsAt = startsAt && momentAfter("ends", typed, zone, startsAt, fault);
  if (startsAt && !endsAt) fault("ends", "events.endMissing");
  const doorsAt = startsAt && typed.doorsTime ? doorsBefore(typed.doorsTime, zone, startsAt) : null;
  if (typed.doorsTime && startsAt && !doorsAt) fault("doorsTime", "events.doorsLate");
  const answerBy = moment("answerBy", typed, zone, fault);
  const opensAt = moment("opens", typed, zone, fault);
  if (startsAt) {
    if (endsAt && !isBefore(startsAt, endsAt)) fault("ends", "events.endsBeforeStart");
    if (!before?.startsAt.equals(startsAt) && isBefore(startsAt, now)) fault("starts", "events.startPast");
    if (answerBy && isBefore(startsAt, answerBy)) fault("answerBy", "events.answerByLate");
    if (opensAt && isBefore(startsAt, opensAt)) fault("opens", "events.opensLate");
  }

  const place = placeFrom(typed, fault);
  const state = { values, errors: inOrder(errors) };
  if (!words.ok || !startsAt || !endsAt || Object.keys(errors).length > 0) return { ok: false, state };
  const { title, summary, about, notes, icebreaker, capacity, cost, food, photoPolicy, audience, namesFor, counts, placeFor, meets, onlineUrl } = words.value;
  const fields: EventFields = {
    title, summary, about, notes, icebreaker, zone, startsAt, endsAt, doorsAt, answerBy, conversationOpensAt: opensAt, capacity, cost, food, photoPolicy,
    audience, namesFor, countsPublic: counts === "open", placeFor,
    onlineUrl: meets === "room" ? null : onlineUrl || null,
  };
  return { ok: true, value: { fields, place }, state };
}

const text = (longest: number) => z.string().max(longest, "events.tooLong").default("");

const schema = z.object({
  title: z.string("events.titleMissing").min(1, "events.titleMissing").max(160, "events.tooLong"),
  summary: text(400),
  about: text(20_000),
  notes: text(8_000),
  icebreaker: text(300),
  meets: z.enum(["room", "online", "both"] satisfies EventMode[], "events.meetsMissing"),
  onlineUrl: z.string().max(2000, "events.tooLong").refine(isWebAddress, "events.onlineUrlWrong").default(""),
  capacity: z.string().default("").transform((value) => (value === "" ? null : Number(value))).refine((value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 100_000), "events.capacityWrong"),
  cost: text(160),
  food: text(400),
  photoPolicy: z.enum(photoPolicies, "events.photoPolicyMissing"),
  audience: z.enum(audiences, "errors.field"),
  namesFor: z.enum(namesFor, "errors.field"),
  counts: z.enum(["open", "names"], "errors.field"),
  placeFor: z.enum(placesFor, "errors.field"),
});

function isWebAddress(value: string): boolean {
  return value === "" || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));
}

/** Nothing of a room counts for an event online only, and a new venue needs a name. A draft may leave the place open. */
function placeFrom(typed: Typed, fault: Fault): Place {
  if (typed.meets === "online") return { venueId: null, newVenue: null };
  if (isId(typed.venue)) return { venueId: typed.venue, newVenue: null };
  const words = Object.fromEntries(venueWords.map((name) => [name, typed[venueInput(name)] ?? ""])) as VenueWords;
  const lift = typed[venueInput("liftCm")] ?? "";
  if (lift === "" && Object.values(words).every((value) => value === "")) return { venueId: null, newVenue: null };
  if (!words.name) fault(venueInput("name"), "events.venueNameMissing");
  for (const name of venueWords) if (words[name].length > VENUE_LONGEST[name]) fault(venueInput(name), "events.tooLong");
  const liftCm = readLift(lift);
  if (liftCm === undefined) fault(venueInput("liftCm"), "events.liftWrong");
  return { venueId: null, newVenue: { ...words, liftCm: liftCm ?? null } };
}

const venueWords = Object.keys(VENUE_LONGEST) as (keyof VenueWords)[];

const PAGE_ORDER = ["title", "summary", "about", "starts", "endsTime", "zone", "doorsTime", "answerBy", "meets", "venue", "findVenue", ...venueFieldNames.map(venueInput), "onlineUrl", "capacity", "cost", "food", "photoPolicy", "notes", "icebreaker", "opens", "audience", "namesFor", "counts", "placeFor", "form"];

function inOrder(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => PAGE_ORDER.indexOf(a) - PAGE_ORDER.indexOf(b)));
}
