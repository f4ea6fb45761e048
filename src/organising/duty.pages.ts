/** Who shares the work of one event, and asking more. Somebody with a duty sees their own here, and may give it back. */
import type { Organiser } from "../events/event-seen.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import { button, postButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { search } from "../ui/search.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { deskPage } from "./desk.parts.ts";
import { duties as allDuties, dutyEnds } from "./duty.ts";
import type { DeskStanding, Duty } from "./duty.ts";
import type { Askable, DutyHolder } from "./duty.sql.ts";

export type DutiesProps = { event: Event; standing: DeskStanding; organisers: readonly Organiser[]; holders: readonly DutyHolder[]; q: string; found: readonly Askable[] };

export function dutiesPage(view: View, props: DutiesProps): Html {
  const { t } = view;
  const { event, standing, organisers, holders } = props;
  const until = times(view, event.zone).day(dutyEnds(event));
  const rows = [
    ...organisers.map((person) => [who({ ...person, href: null }), html`<span class="soft">${t("organising.organiserMay")}</span>`]),
    ...holders.map((person) => [who({ ...person, href: null }, t("organising.askedBy", { by: person.givenBy ?? t("organising.anOrganiser"), when: times(view, event.zone).date(person.givenAt) })), held(view, props, person)]),
  ];
  return deskPage(
    view,
    { event, standing, title: t("organising.dutiesTitle") },
    html`<div class="sections">
${section("sharing", t("organising.dutiesNow"), html`<div class="stack">${ruledList("pairs", rows)}<p class="small soft">${t("organising.dutiesEnd", { until })}</p></div>`)}
${standing.organises ? section("ask", t("organising.dutiesAsk"), ask(view, props)) : ""}
</div>`,
  );
}

/** What they look after, and the way to end it for those who may. */
function held(view: View, { event, standing }: DutiesProps, person: DutyHolder): Html {
  const { t } = view;
  const own = person.personId === view.me?.personId;
  const end = standing.organises || own ? postButton(`${eventUrl(event.id)}/duties/end`, { words: t(own ? "organising.giveBack" : "organising.takeBack"), about: person.name }, { person: person.personId }) : "";
  return html`<div class="row apart"><span>${t(`organising.duty.${person.duty}`)}<br><span class="small soft">${t(`organising.dutyMay.${person.duty}`)}</span></span>${end}</div>`;
}

function ask(view: View, { event, q, found }: DutiesProps): Html {
  const { t } = view;
  const here = `${eventUrl(event.id)}/duties`;
  const rows = found.map((person) => [who({ ...person, href: null }, person.duty ? t(`organising.duty.${person.duty}`) : undefined), giving(view, here, person)]);
  const result = rows.length > 0 ? html`${ruledList("pairs", rows)}${found.length > 20 ? html`<p class="soft">${t("organisations.finderMore")}</p>` : ""}` : q ? html`<p>${t("organisations.finderNone", { q, organisation: event.organisationName })}</p>` : "";
  return html`<div class="stack"><p class="prose">${t("organising.dutiesAskWords")}</p>
<dl class="facts list">${allDuties.map((duty) => html`<div><dt>${t(`organising.duty.${duty}`)}</dt><dd>${t(`organising.dutyMay.${duty}`)}</dd></div>`)}</dl>
${search(view, { action: here, label: t("organising.dutiesFind"), hint: t("organisations.finderHint"), value: q })}
${result}</div>`;
}

function giving(view: View, here: string, person: Askable): Html {
  const { t } = view;
  const field = fields(view, { values: { duty: person.duty ?? "door" }, errors: {} }, `${person.personId}-`);
  const options = allDuties.map((duty: Duty) => ({ value: duty, label: t(`organising.duty.${duty}`) }));
  return html`<form class="row end" method="post" action="${here}">${field.hidden("person", person.personId)}${field.select({ name: "duty", label: t("organising.dutiesWhat"), required: true, options })}${button({ words: t(person.duty ? "organising.change" : "organising.askThem"), about: person.name, quiet: true })}</form>`;
}
