/** After an event, for those who organise it: the report, what people said, and who came. Printed, the report is left. */
import { hows } from "../attendance/presence.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { facts } from "../ui/facts.ts";
import type { Fact } from "../ui/facts.ts";
import { enoughToShow, FEWEST_SHOWN } from "../ui/few.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { section } from "../ui/section.ts";
import { who } from "../ui/sticker.ts";
import { table } from "../ui/table.ts";
import type { View } from "../ui/view.ts";
import type { NumbersAfterwards, PersonAfterwards, SaidAfterwards } from "./afterwards.sql.ts";
import { deskPage } from "./desk.parts.ts";
import { mayDo } from "./duty.ts";
import type { DeskStanding } from "./duty.ts";
import { thanksUrl } from "./thanks.ts";

export type AfterwardsProps = {
  event: Event;
  standing: DeskStanding;
  numbers: NumbersAfterwards;
  people: readonly PersonAfterwards[];
  hasMore: boolean;
  /** The place after which this page of people begins */
  after: number;
  /** None before there are five. */
  said: readonly SaidAfterwards[];
};

export function afterwardsPage(view: View, props: AfterwardsProps): Html {
  const { t } = view;
  const { event, standing, numbers, said } = props;
  return deskPage(
    view,
    { event, standing, title: t("afterwards.title") },
    html`<div class="sections">
<div class="stack">${facts(report(view, event, numbers), "numbers")}<p class="small soft">${t("afterwards.reportWho")}</p>${mayDo(standing, "write-letters") ? html`<p><a href="${thanksUrl(event.id)}">${t("afterwards.thanksLetter.title")}</a></p>` : ""}</div>
${section("said", t("afterwards.said"), said.length > 0 ? opinions(view, said) : empty(t("afterwards.saidNone"), t("afterwards.saidNoneMore")), { count: said.length || null })}
${section("came", t("afterwards.whoCame"), whoCame(view, props))}
</div>`,
  );
}

/** What organisers see by name is counted as it is; what they do not, in numbers of five or more. */
function report(view: View, event: Event, { saidYes, came, unknown, flying, firstTime, acquaintances, walkIns }: NumbersAfterwards): Fact[] {
  const { t } = view;
  const { number } = times(view);
  const inFives = (count: number) => (enoughToShow(count) === null ? t("organising.few") : number(count));
  return [
    { term: t("afterwards.cameTerm"), words: number(came + walkIns), more: t("afterwards.cameMore", { walkIns, unknown }), big: true },
    { term: t("organising.saidYes"), words: number(saidYes), more: event.capacity === null ? t("afterwards.anyNumber") : t("organising.ofPlaces", { count: event.capacity }), big: true },
    { term: t("organising.flying"), words: number(flying), more: t("afterwards.flyingMore"), big: true },
    { term: t("organising.firstTime"), words: inFives(firstTime), more: t("organising.firstTimeMore", { organisation: event.organisationName }), big: true },
    { term: t("afterwards.acquaintances"), words: acquaintances < FEWEST_SHOWN ? inFives(acquaintances) : t("afterwards.atLeast", { count: acquaintances - (acquaintances % FEWEST_SHOWN) }), more: t("afterwards.acquaintancesMore"), big: true },
  ];
}

/** Each by itself: no answer can be laid beside the next one of the same person, and none beside a name. */
function opinions(view: View, said: readonly SaidAfterwards[]): Html {
  const { t } = view;
  const words = (heading: string, list: readonly string[]) => (list.length > 0 ? html`<div class="stack gap-3"><h3>${heading}</h3><ul class="prose">${list.map((one) => html`<li dir="auto">${one}</li>`)}</ul></div>` : "");
  const kept = (which: "keep" | "change") => said.map((one) => one[which]).filter(Boolean);
  return html`<div class="stack gap-5">
${facts(hows.map((how) => ({ term: t(`afterwards.how.${how}`), words: times(view).number(said.filter((one) => one.how === how).length), big: true })), "numbers")}
${words(t("afterwards.keep"), kept("keep"))}${words(t("afterwards.change"), kept("change"))}
<p class="small soft">${t("afterwards.saidWho")}</p></div>`;
}

function whoCame(view: View, { event, people, hasMore, after, numbers }: AfterwardsProps): Html {
  const { t } = view;
  const here = `${eventUrl(event.id)}/afterwards`;
  const field = fields(view, { values: { walkIns: String(numbers.walkIns) }, errors: {} });
  const list = people.length > 0 ? table(t("afterwards.whoCame"), [t("attendance.columnPerson"), t("afterwards.cameTerm")], people.map((person) => [who({ ...person, href: null }, note(view, person)), choice(view, person)]), "named") : html`<p class="soft">${t("afterwards.nobodySaidYes")}</p>`;
  return html`<form class="stack gap-5" method="post" action="${here}${after > 0 ? `?after=${after}` : ""}">
${list}
${hasMore ? html`<p><a href="${here}?after=${people.at(-1)!.placeNo}">${t("attendance.more")}</a></p>` : ""}
<div class="form">${field.text({ name: "walkIns", label: t("afterwards.walkIns"), hint: t("afterwards.walkInsHint"), type: "number", min: 0, max: 99_999, unmarked: true })}</div>
<div class="row">${button({ words: t("afterwards.save") })}${numbers.unknown > 0 ? button({ words: t("afterwards.rest", { count: numbers.unknown }), quiet: true, name: "do", value: "rest" }) : ""}</div>
</form>`;
}

/** Two people may say two things: whose word it is that counts. */
function note({ t }: View, { saidBy }: PersonAfterwards): string | undefined {
  return saidBy === "self" ? t("afterwards.saysSelf") : saidBy === "door" ? t("afterwards.saysDoor") : undefined;
}

function choice({ t }: View, { personId, name, came }: PersonAfterwards): Html {
  const now = came === null ? "unknown" : came ? "came" : "absent";
  const options = (["unknown", "came", "absent"] as const).map((one) => html`<option value="${one}"${one === now ? html` selected` : ""}>${t(`afterwards.state.${one}`)}</option>`);
  return html`<select name="came-${personId}" aria-label="${t("afterwards.stateOf", { name })}">${options}</select>`;
}

