/** What was done to an event, for its organisers. */
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import { empty } from "../ui/empty.ts";
import { html, type Html } from "../ui/html.ts";
import { page } from "../ui/layout.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { eventCrumbs } from "./event-crumbs.ts";
import { valuesChanged } from "./event-history.ts";
import type { Value } from "./event-history.ts";
import type { EventChange } from "./event-history.sql.ts";
import { organisersTabs } from "./event-tabs.parts.ts";
import type { Event } from "./event.ts";

export function historyPage(view: View, { event, changes, older }: { event: Event; changes: readonly EventChange[]; older: string | null }): Html {
  const { t } = view;
  return page(
    view,
    { title: `${t("history.title")}: ${event.title}`, section: "events", crumbs: eventCrumbs(event, t("history.title")), unlisted: true },
    html`<div class="stack gap-6">
${organisersTabs(view, event)}
<header class="stack gap-3"><h1>${t("history.heading")}</h1><p class="lede">${t("history.lede")}</p></header>
${changes.length > 0 ? ruledList("pairs", changes.map((change) => row(view, event, change))) : empty(t("history.none"), t("history.noneMore"))}
${older ? html`<p><a href="${older}" rel="next">${t("history.older")}</a></p>` : ""}
</div>`,
  );
}

function row(view: View, event: Event, change: EventChange): Html[] {
  const { t } = view;
  const { kind, fields, by, aboutWhom, unitName, at } = change;
  const say = times(view);
  const values = valuesChanged(change, event);
  // What is said with its values needs no second mention.
  const rest = fields.filter((field) => !values.some((value) => value.field === field));
  const names = [...new Set(rest.flatMap((field) => (FIELDS[field] ? [t(FIELDS[field])] : [])))];
  const somebody = t("history.somebody");
  const words = names.length > 0 ? t("history.changedFields", { fields: say.list(names) }) : t(DID[kind] ?? "history.changed", { name: aboutWhom ?? somebody, unit: unitName ?? somebody });
  const told = values.map(({ field, was, now }) => html`<li>${t.html("history.value", { field: t(FIELDS[field]!), was: said(view, was, true), now: said(view, now) })}</li>`);
  const list = html`<ul class="stack gap-1" role="list">${told}${names.length > 0 ? html`<li>${t("history.changedToo", { fields: say.list(names) })}</li>` : ""}</ul>`;
  return [html`<div class="stack gap-2"><h3>${told.length > 0 ? t("history.changed") : words}</h3>${told.length > 0 ? list : ""}<p class="soft"><bdi>${by ?? somebody}</bdi></p></div>`, html`<time class="soft" datetime="${at.toString()}">${say.recently(at)}</time>`];
}

function said(view: View, value: Value, isOld = false): Html {
  const { t } = view;
  const words = () => {
    if (value.kind === "words") return value.words;
    if (value.kind === "moment") return times(view, value.zone).moment(value.at);
    if (value.kind === "place") return value.name ?? t("history.otherPlace");
    if (value.kind === "number") return times(view).number(value.number);
    return t("history.nothing");
  };
  return isOld ? html`<bdi class="soft">${words()}</bdi>` : html`<bdi><b>${words()}</b></bdi>`;
}

const DID: Record<string, MessageKey> = {
  "event.drafted": "history.drafted", "event.changed": "history.changed", "event.published": "history.published", "event.opened": "history.opened",
  "event.cancelled": "history.cancelled", "event.postponed": "history.postponed", "event.invited": "history.invited", "event.invitation-withdrawn": "history.invitationWithdrawn",
  "event.host-asked": "history.hostAsked", "event.host-accepted": "history.hostAccepted", "event.host-declined": "history.hostDeclined",
  "event.host-ended": "history.hostEnded", "duty.given": "history.dutyGiven", "duty.ended": "history.dutyEnded",
};

const FIELDS: Record<string, MessageKey> = {
  title: "events.title", summary: "events.summary", about: "events.about", notes: "events.notes", icebreaker: "events.icebreaker", zone: "events.zone",
  startsAt: "events.starts", endsAt: "events.ends", doorsAt: "events.doors", answerBy: "events.answerBy", conversationOpensAt: "events.opens",
  venueId: "events.venue", venue: "history.venueCorrected", onlineUrl: "events.onlineUrl", capacity: "events.capacity", cost: "events.cost", food: "events.food",
  photoPolicy: "events.photoPolicy", audience: "events.audience", namesFor: "events.namesFor", countsPublic: "events.counts", placeFor: "events.placeFor", questions: "history.questions",
};
