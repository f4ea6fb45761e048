/** The sections of the form in which organisers write an event. */
import { clockOf, zones } from "../calendar/wall-clock.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { fields } from "../ui/form.ts";
import type { Fields, FormState } from "../ui/form.ts";
import { html, type Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import type { View } from "../ui/view.ts";
import { eventUrl, photoPolicies } from "./event.ts";
import type { Event } from "./event.ts";
import type { VenueWords } from "./event-fields.ts";
import { VENUE_LONGEST, venueInput } from "./event-form.ts";
import { sightFields } from "./event-sight.parts.ts";
import { NARROWEST_LIFT, venueUrl, WIDEST_LIFT } from "./venue.ts";
import type { VenueChoice } from "./venue-seen.sql.ts";
import { comesTwice } from "./typed-moment.ts";
import type { Typed } from "./typed-moment.ts";

export type FormProps = {
  state: FormState;
  venues: readonly VenueChoice[];
  /** There are more places than the list holds. */
  hasMoreVenues: boolean;
  /** Fields that stand as they are since it has begun */
  locked: ReadonlySet<string>;
  /** None where it is new */
  event?: Event;
};

/** `action`: where the form goes. */
export function formSections(view: View, props: FormProps, action: string): Html {
  const field = fields(view, props.state);
  return html`${section("what", view.t("events.sectionWhat"), stack(what(view, field)))}
${section("when", view.t("events.sectionWhen"), stack(when(view, field, props)))}
${props.locked.has("venueId") ? "" : section("where", view.t("events.sectionWhere"), stack(where(view, field, props, action)))}
${section("coming", view.t("events.sectionComing"), stack(coming(view, field, props)))}
${section("talk", view.t("events.sectionTalk"), stack(talk(view, field, props)))}
${section("sight", view.t("events.sectionSight"), stack(sightFields(view, field)))}`;
}

function what(view: View, field: Fields): Html {
  const { t } = view;
  return html`${field.text({ name: "title", label: t("events.title"), hint: t("events.titleHint"), required: true, maxlength: 160, dir: "auto" })}
${field.area({ name: "summary", label: t("events.summary"), hint: t("events.summaryHint"), rows: 2, maxlength: 400 })}
${field.area({ name: "about", label: t("events.about"), hint: t("events.aboutHint"), rows: 8, maxlength: 20_000 })}`;
}

function when(view: View, field: Fields, { state, locked }: FormProps): Html {
  const { t } = view;
  if (locked.has("startsAt")) return locked.has("endsAt") ? html`<p>${t("events.hasEnded")}</p>` : html`<p>${t("events.hasBegun")}</p>${endMoment(view, field, todayIn(view))}`;
  const typed = state.values as Typed;
  const zone = typed["zone"] ?? view.zone;
  const today = todayIn(view);
  const timed = (name: string, label: MessageKey, hint: MessageKey | null, required = false) =>
    html`${field.moment({ name, label: t(label), hint: hint && t(hint), required, min: today })}${whichOne(view, field, name, typed, zone)}`;
  return html`${timed("starts", "events.starts", null, true)}
${endMoment(view, field, today)}${whichOne(view, field, "ends", typed, zone)}
${field.select({ name: "zone", label: t("events.zone"), hint: t("events.zoneHint"), required: true, options: zones(zone).map((each) => ({ value: each, label: each.replaceAll("_", " ") })) })}
${field.text({ name: "doorsTime", type: "time", label: t("events.doors"), hint: t("events.doorsHint") })}
${timed("answerBy", "events.answerBy", "events.answerByHint")}`;
}

function todayIn(view: View): string {
  return view.now.toZonedDateTimeISO(view.zone).toPlainDate().toString();
}

/** Without a date it is the same evening, or the small hours after it. */
function endMoment(view: View, field: Fields, today: string): Html {
  const { t } = view;
  return html`${field.text({ name: "endsTime", type: "time", label: t("events.ends"), required: true })}
${field.text({ name: "endsDate", type: "date", label: t("events.endsDate"), hint: t("events.endsDateHint"), min: today })}`;
}

/** Asked only in the hour that the clocks go through twice. */
function whichOne(view: View, field: Fields, name: string, typed: Typed, zone: string): Html {
  if (!isKnown(zone) || !comesTwice(name, typed, zone)) return html``;
  const clock = clockOf(Temporal.PlainTime.from(typed[`${name}Time`]!));
  return field.choices({
    name: `${name}Which`,
    label: view.t("events.whichOne", { clock }),
    options: [
      { value: "first", label: view.t("events.whichFirst") },
      { value: "second", label: view.t("events.whichSecond") },
    ],
  });
}

function isKnown(zone: string): boolean {
  return zones().includes(zone);
}

function where(view: View, field: Fields, { state, venues, hasMoreVenues }: FormProps, action: string): Html {
  const { t } = view;
  const newVenue = html`<div class="stack">${venueFields(view, field, venueInput)}</div>`;
  const hasFault = Object.keys(state.errors).some((name) => name.startsWith("venue") && name !== "venue");
  const isTyped = !state.values["venue"] && Object.entries(state.values).some(([name, value]) => /^venue[A-Z]/.test(name) && value !== "");
  return html`${field.choices({
    name: "meets",
    label: t("events.meets"),
    required: true,
    options: [
      { value: "room", label: t("ui.inARoom") },
      { value: "online", label: t("ui.online") },
      { value: "both", label: t("ui.onlineAndInARoom") },
    ],
  })}
<div class="stack in-a-room">${
    venues.length === 0 && !state.values["findVenue"]
      ? html`<p class="soft">${t("events.firstVenue")}</p>${newVenue}`
      : html`${field.select({ name: "venue", label: t("events.venue"), hint: t("events.venueHint"), options: [{ value: "", label: t("events.venueOther") }, ...venues.map((venue) => ({ value: venue.id, label: venueLabel(view, venue) }))] })}
${hasMoreVenues || state.values["findVenue"] ? findVenue(view, field, String(state.values["findVenue"] ?? ""), action) : ""}${correctVenue(view, venues, state)}<details class="more"${hasFault || isTyped ? html` open` : ""}><summary>${t("events.venueNew")}</summary>${newVenue}</details>`
  }</div>
<div class="online">${field.text({ name: "onlineUrl", type: "url", label: t("events.onlineUrl"), hint: t("events.onlineUrlHint"), maxlength: 2000, dir: "ltr" })}</div>`;
}

function venueLabel({ t }: View, { name, area, organisationName, isOwn }: VenueChoice): string {
  const place = area && !name.includes(area) ? `${name}, ${area}` : name;
  return isOwn ? place : t("venues.of", { place, organisation: organisationName });
}

/** Enter presses the first button of a form, wherever one is: that must be one that saves, and not this one. */
function findVenue({ t }: View, field: Fields, lookedFor: string, action: string): Html {
  return html`<button class="hush" type="submit" tabindex="-1" aria-hidden="true">${t("events.save")}</button>${field.hidden("lookedFor", lookedFor)}
<div class="row end"><div class="half">${field.text({ name: "findVenue", label: t("venues.look"), hint: t("venues.lookHint"), unmarked: true, maxlength: 160, dir: "auto" })}</div><button class="btn quiet" type="submit" name="look" value="yes" formaction="${action}#where">${t("venues.lookFor")}</button></div>`;
}

/** For the place that the stored event has. */
function correctVenue(view: View, venues: FormProps["venues"], { values }: FormState): Html {
  const chosen = venues.find(({ id }) => id === values["venue"]);
  if (!chosen || !values["revision"]) return html``;
  if (!chosen.isOwn) return html`<p><a href="${venueUrl(chosen.id)}">${view.t("venues.allKnown", { venue: chosen.name })}</a></p>`;
  return html`<p><a href="/venues/${chosen.id}/edit?back=${encodeURIComponent(view.path)}">${view.t("events.venueCorrect", { venue: chosen.name })}</a></p>`;
}

/** A venue's own fields, here, where a new one may be left out, and on the page where one is edited. */
export function venueFields(view: View, field: Fields, input: (name: string) => string, needsName = false): Html {
  const { t } = view;
  const line = (name: keyof VenueWords, label: MessageKey, hint: MessageKey | null = null) =>
    field.text({ name: input(name), label: t(label), hint: hint && t(hint), maxlength: VENUE_LONGEST[name], dir: "auto", required: needsName && name === "name" });
  return html`${line("name", "events.venueName")}
${line("address", "events.venueAddress")}
${line("area", "events.venueArea", "events.venueAreaHint")}
${field.area({ name: input("directions"), label: t("events.directions"), hint: t("events.directionsHint"), rows: 2, maxlength: VENUE_LONGEST.directions })}
<p class="soft">${t("events.accessWhy")}</p>
${line("stepFree", "events.stepFree", "events.stepFreeHint")}
${field.text({ name: input("liftCm"), type: "number", label: t("events.lift"), hint: t("events.liftHint"), min: NARROWEST_LIFT, max: WIDEST_LIFT })}
${line("hearing", "events.hearing", "events.hearingHint")}
${line("quietRoom", "events.quietRoom", "events.quietRoomHint")}
${line("toilets", "events.toilets", "events.toiletsHint")}
${line("transport", "events.transport", "events.transportHint")}`;
}

function coming(view: View, field: Fields, { locked, event }: FormProps): Html {
  const { t } = view;
  return html`${locked.has("capacity") ? "" : field.text({ name: "capacity", type: "number", label: t("events.capacity"), hint: t("events.capacityHint"), min: 1, max: 100_000 })}
${event && !locked.has("endsAt") ? html`<p><a href="${eventUrl(event.id)}/answering">${t("answering.formLink")}</a></p>` : ""}
${field.text({ name: "cost", label: t("events.cost"), hint: t("events.costHint"), maxlength: 160, dir: "auto" })}
${field.text({ name: "food", label: t("events.food"), hint: t("events.foodHint"), maxlength: 400, dir: "auto" })}
${field.choices({ name: "photoPolicy", label: t("events.photoPolicy"), required: true, options: photoPolicies.map((policy) => ({ value: policy, label: t(PHOTOS[policy]), hint: t(PHOTOS_MORE[policy]) })) })}
${field.area({ name: "notes", label: t("events.notes"), hint: t("events.notesHint"), rows: 5, maxlength: 8_000 })}`;
}

function talk(view: View, field: Fields, { state, locked }: FormProps): Html {
  const { t } = view;
  const typed = state.values as Typed;
  return html`${field.area({ name: "icebreaker", label: t("events.icebreaker"), hint: t("events.icebreakerHint"), rows: 2, maxlength: 300 })}
${locked.has("conversationOpensAt") ? "" : html`${field.moment({ name: "opens", label: t("events.opens"), hint: t("events.opensHint") })}${whichOne(view, field, "opens", typed, typed["zone"] ?? view.zone)}`}`;
}

export const PHOTOS = { sticker: "events.photosSticker", ask: "events.photosAsk", none: "events.photosNone", fine: "events.photosFine" } as const;
const PHOTOS_MORE = { sticker: "events.photosStickerMore", ask: "events.photosAskMore", none: "events.photosNoneMore", fine: "events.photosFineMore" } as const;

function stack(body: Html): Html {
  return html`<div class="stack gap-5">${body}</div>`;
}
