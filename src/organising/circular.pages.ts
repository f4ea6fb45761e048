/** Letters to those who answered one event: writing one, reading it over before it goes, and all that were written. */
import type { Event } from "../events/event.ts";
import type { FormState } from "../platform/http/form.ts";
import { times } from "../platform/i18n/times.ts";
import { button } from "../ui/button.ts";
import { empty } from "../ui/empty.ts";
import { fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import { notice } from "../ui/notice.ts";
import { section } from "../ui/section.ts";
import { ruledList } from "../ui/timetable.ts";
import type { View } from "../ui/view.ts";
import { CIRCULAR_DAYS_AFTER, CIRCULARS_A_DAY, circularsUrl, LONGEST_BODY, LONGEST_SUBJECT, mayStillWrite } from "./circular.ts";
import { inParagraphs } from "./circular.parts.ts";
import { mayStillThank, thanksUrl } from "./thanks.ts";
import type { NewCircular } from "./circular.ts";
import type { WrittenCircular } from "./circular.sql.ts";
import { deskPage } from "./desk.parts.ts";
import { STATE_WORDS } from "./desk-people.pages.ts";
import { listedStates } from "./desk-people.ts";
import type { ListedState } from "./desk-people.ts";
import type { DeskStanding } from "./duty.ts";

type Props = { event: Event; standing: DeskStanding };

export type CircularsProps = Props & {
  /** How many of each answer would get it. */
  counts: Readonly<Record<ListedState, number>>;
  address: string | null;
  written: readonly WrittenCircular[];
  /** Letters about this event that have not left, and when the last will have; null where all have. */
  leaving: { count: number; minutes: number } | null;
  state: FormState;
};

export function circularsPage(view: View, props: CircularsProps): Html {
  const { t } = view;
  const { event, standing, written, leaving } = props;
  const log = written.length > 0 ? ruledList("pairs", written.map((one) => writtenRow(view, event, one))) : empty(t("circulars.none"), t("circulars.noneMore"));
  return deskPage(
    view,
    { event, standing, title: t("circulars.title") },
    html`<div class="sections">
${leaving ? notice(t("circulars.leaving", { count: leaving.count }), { more: t("circulars.leavingMore", { minutes: leaving.minutes }), mark: "mail" }) : ""}
${section("new", t("circulars.new"), mayStillWrite(event, view.now) ? circularForm(view, props) : html`<p class="soft">${t("circulars.tooLate", { days: CIRCULAR_DAYS_AFTER })}</p>`)}
${mayStillThank(event, view.now) ? section("thanks", t("afterwards.thanksLetter.title"), html`<p>${t("afterwards.thanksLetter.lede")}</p><p><a href="${thanksUrl(event.id)}">${t("afterwards.thanksLetter.see")}</a></p>`) : ""}
${section("written", t("circulars.written"), log, { count: written.length || null })}
</div>`,
  );
}

function circularForm(view: View, { event, counts, address, state }: CircularsProps): Html {
  const { t } = view;
  const field = fields(view, state);
  const some = listedStates.filter((one) => counts[one] > 0);
  if (some.length === 0) return html`<p class="soft">${t("circulars.nobodyYet")}</p>`;
  const replies = [
    ...(address ? [{ value: "me", label: t("circulars.replyMe", { address }), hint: t("circulars.replyMeHint") }] : []),
    { value: "nobody", label: t("circulars.replyNobody"), hint: t("circulars.replyNobodyHint") },
  ];
  return html`<div class="split"><form class="stack gap-5 form" method="post" action="${circularsUrl(event.id)}" novalidate>
${field.summary()}${field.hidden("once")}
${field.choices({ name: "to", label: t("circulars.to"), many: true, options: some.map((one) => ({ value: one, label: t(STATE_WORDS[one]), hint: t("circulars.people", { count: counts[one] }) })) })}
${field.text({ name: "subject", label: t("circulars.subject"), required: true, maxlength: LONGEST_SUBJECT, dir: "auto" })}
${field.area({ name: "body", label: t("circulars.body"), hint: t("circulars.bodyHint"), required: true, rows: 9, maxlength: LONGEST_BODY })}
${field.choices({ name: "reply", label: t("circulars.reply"), required: true, options: replies })}
<div>${button({ words: t("circulars.readOver"), mark: "eye" })}</div>
</form>
<aside class="stack gap-3"><h3>${t("circulars.next")}</h3><p>${t("circulars.nextRead")}</p><p>${t("circulars.nextOnce")}</p><p>${t("circulars.nextSeen")}</p><p class="soft small">${t("circulars.nextFew", { count: CIRCULARS_A_DAY })}</p></aside></div>`;
}

function writtenRow(view: View, event: Event, { subject, body, states, people, writer, lang, writtenAt }: WrittenCircular): Html[] {
  const { t } = view;
  const by = writer ? html`<bdi${lang ? html` lang="${lang}"` : ""}>${writer}</bdi>` : t("circulars.somebody");
  return [
    html`<div class="stack gap-3"><details><summary><bdi>${subject}</bdi></summary><div class="prose" dir="auto">${inParagraphs(body)}</div></details>
<p class="small soft">${t.html("circulars.writtenBy", { by, when: times(view, event.zone).moment(writtenAt), to: stateList(view, states as ListedState[]), count: people })}</p></div>`,
  ];
}

export type PreviewProps = Props & { circular: NewCircular; people: number; address: string | null; /** Until the last has left; null where no mail server is set. */ minutes: number | null };

/** As it will be read, and how many will; nothing has gone yet. */
export function circularPreviewPage(view: View, { event, standing, circular, people, address, minutes }: PreviewProps): Html {
  const { t } = view;
  const { once, states, subject, body, givesAddress } = circular;
  const values = { once, to: [...states], subject, body, reply: givesAddress ? "me" : "nobody" };
  const field = fields(view, { values, errors: {} });
  const writer = view.me!.name;
  return deskPage(
    view,
    { event, standing, title: t("circulars.previewTitle"), lede: t("circulars.previewLede", { count: people, to: stateList(view, states) }) },
    html`<div class="stack gap-5">
<article class="panel stack gap-3 form" dir="auto"><p class="small soft">${t("circulars.subject")}: ${t("circulars.letterSubject", { title: event.title, subject })}</p>
<h2><bdi>${subject}</bdi></h2><div class="prose">${inParagraphs(body)}<p>${t("circulars.letterFrom", { writer, unit: event.unitName })}</p></div>
<p class="small soft">${givesAddress && address ? t("circulars.previewReply", { address }) : t("circulars.previewNoReply")}</p></article>
<form class="row" method="post" action="${circularsUrl(event.id)}">
${["once", "subject", "body", "reply"].map((name) => field.hidden(name))}${states.map((one) => field.hidden("to", one))}
${button({ words: t("circulars.send", { count: people }), mark: "send", name: "do", value: "send" })}${button({ words: t("circulars.changeIt"), quiet: true, name: "do", value: "change" })}
</form><p class="small soft">${t("circulars.previewNext")}${minutes !== null && minutes > 1 ? ` ${t("circulars.leavingMore", { minutes })}` : ""}</p></div>`,
  );
}

function stateList(view: View, states: readonly ListedState[]): string {
  const words = listedStates.filter((one) => states.includes(one)).map((one) => view.t(STATE_WORDS[one]).toLocaleLowerCase(view.locale));
  return new Intl.ListFormat(view.locale, { type: "conjunction" }).format(words);
}
