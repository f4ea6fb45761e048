/** "Are you coming?": the box in which a person answers, in every state that it can be in. */
import type { Event } from "../events/event.ts";
import { isEvening } from "../events/evening.ts";
import { eventState, eventUrl } from "../events/event.ts";
import type { FormState } from "../platform/http/form.ts";
import { times } from "../platform/i18n/times.ts";
import type { Times } from "../platform/i18n/times.ts";
import { button, linkButton, postButton } from "../ui/button.ts";
import { fields } from "../ui/form.ts";
import type { Fields } from "../ui/form.ts";
import { html } from "../ui/html.ts";
import type { Html } from "../ui/html.ts";
import type { View } from "../ui/view.ts";
import { formOf, wouldWaitAnywhere } from "./answer-form.ts";
import { answerUrl, movingWords, waitingAs, waitingBody, waitingHeading } from "./answer-standing.parts.ts";
import { wayFields } from "./answer-ways.parts.ts";
import { questionFields, questionsNext } from "./question.parts.ts";
import { typedSayings, wasShown } from "./question.ts";
import type { OwnQuestion } from "./question.ts";
import { remindAt } from "./reminder.ts";
import { answersClosed } from "./rsvp.ts";
import type { Said, Standing } from "./rsvp.ts";
import { needsDates } from "./visit.ts";

export type AnswerBox = {
  readonly event: Event;
  /** What this person has said so far. */
  readonly said: Said | null;
  /** Typed, and sent back with its faults. */
  readonly form?: FormState | undefined;
  /** Whether they may know how many come; without it as everybody may */
  readonly counts?: boolean;
  /** The form itself, even for somebody in line: they want to change it. */
  readonly changing?: boolean;
  /** They answer from a letter, without an account: where the form goes, and whether it asks who they are */
  readonly guest?: { readonly to: string; readonly asksName: boolean };
  /** What the organisers ask, where there is room for it; the event's own page leads there. */
  readonly questions?: readonly OwnQuestion[];
  /** The reason, for somebody who is barred from it. */
  readonly barredBecause?: string | null;
};

export function answerBox(view: View, box: AnswerBox): Html {
  return html`<section class="stack panel" aria-labelledby="answer-box">
<h2 id="answer-box">${heading(view, box)}</h2>
${inside(view, box)}
</section>`;
}

function heading(view: View, { event, said, changing, barredBecause }: AnswerBox): string {
  const { t } = view;
  const state = eventState(event, view.now);
  const waiting = waitingAs(said, view.now);
  if (barredBecause) return t("attendance.barred");
  else if (event.isPostponed) return t("moves.isOffForNow");
  else if (state === "cancelled") return t("attendance.isOff");
  else if (state === "past") return t("attendance.isOver");
  else if (state === "draft") return t("attendance.isDraft");
  else if (said && waiting && (!changing || waiting === "declined")) return waitingHeading(view, event, said, waiting);
  else return t("attendance.areYouComing");
}

function inside(view: View, box: AnswerBox): Html {
  const { event, said } = box;
  const { t } = view;
  const at = times(view, event.zone);
  const state = eventState(event, view.now);
  const isClosed = answersClosed(event, view.now);
  const waiting = waitingAs(said, view.now);
  if (box.barredBecause) return html`<p>${t("attendance.barredMore")}</p><blockquote class="quote" dir="auto">${box.barredBecause}</blockquote><p class="small soft">${t("attendance.barredAppeal")}</p>`;
  else if (event.isPostponed) return postponedBox(view, box);
  else if (state === "cancelled") return html`<p>${t(said && said.answer !== "not_going" ? "attendance.offTold" : "attendance.off")}</p>`;
  else if (state === "draft") return html`<p>${t("attendance.draft")}</p>${linkButton(`${eventUrl(event.id)}/publication`, { words: t("attendance.draftNext"), wide: true })}`;
  else if (state === "past") return html`<p>${said?.answer === "going" ? t("attendance.overCame") : t.html("attendance.over", { link: (words) => html`<a href="/events">${words}</a>` })}</p>`;
  else if (!view.me && !box.guest) return strangersBox(view, event, at, isClosed);
  else if (said && waiting === "declined") return waitingBody(view, event, said, waiting, { visit: null, to: "", change: "" });
  else if (said && waiting && !box.changing && !box.form && !box.guest) return waitingBody(view, event, said, waiting, { visit: visitWords(view, said, at), to: answerUrl(event), change: answerUrl(event) });
  else if (isClosed && said?.answer !== "going" && !waiting) return html`<p>${t("attendance.closed", { when: at.moment(event.answerBy!) })}</p><p class="small soft">${t("attendance.closedAsk")}</p>`;
  else return answerForm(view, box, at);
}

/** Nothing is asked now but whether they would rather not wait for the new date. */
function postponedBox(view: View, { event, said, guest }: AnswerBox): Html {
  const { t } = view;
  if (!said || said.answer === "not_going" || said.declinedAt) return html`<p>${t("moves.waitForDate")}</p>`;
  return html`<p>${t("moves.keptUntilDate", { answer: said.answer })}</p>${postButton(guest?.to ?? answerUrl(event), { words: t("moves.notThen"), wide: true }, { answer: "not_going" })}`;
}

function strangersBox(view: View, event: Event, at: Times, isClosed: boolean): Html {
  const { t } = view;
  if (isClosed) return html`<p>${t("attendance.closed", { when: at.moment(event.answerBy!) })}</p>`;
  const isFull = wouldWaitAnywhere(event, null, view.now);
  return html`<p>${t(isFull ? "attendance.signInFull" : "attendance.signInWhy")}</p>
${linkButton(`/sign-in?next=${encodeURIComponent(eventUrl(event.id))}`, { words: t("attendance.signIn"), mark: "mail", wide: true })}
<p class="small soft">${t("attendance.signInNext")}</p>
<p><a href="${eventUrl(event.id)}/answer/letter">${t("guests.orLetter")}</a></p>`;
}

function answerForm(view: View, box: AnswerBox, at: Times): Html {
  const { event, said } = box;
  const { t } = view;
  const questions = box.questions ?? [];
  const state = withSayings(box.form ?? formOf(said, event.zone), questions);
  const field = fields(view, state);
  const waits = wouldWaitAnywhere(event, said, view.now);
  const asks = event.asksFirst && said?.answer !== "going" && said?.answer !== "waitlisted";
  const counts = box.counts ?? event.countsPublic;
  const waiting = box.guest ? waitingAs(said, view.now) : null;
  const moving = said && movingWords(view, said);
  const isClosed = answersClosed(event, view.now);
  const chosen = state.values["answer"];
  const fault = state.errors["answer"];
  const choice = (value: string, words: string, hint: string | null) =>
    html`<label><input type="radio" name="answer" value="${value}"${chosen === value ? html` checked` : ""} required><span>${words}${hint ? html`<small>${hint}</small>` : ""}</span></label>`;
  return html`${said && waiting ? html`<p><b>${waitingHeading(view, event, said, waiting)}.</b></p>` : ""}${moving ? html`<p>${moving}</p>` : ""}
${waits && said?.answer !== "waitlisted" ? html`<p>${!counts ? t("attendance.fullNoCount") : t("attendance.full", { count: event.goingCount, waiting: event.waitingCount })}</p>` : ""}
<form class="stack" method="post" action="${box.guest?.to ?? answerUrl(event)}">
${box.guest?.asksName ? field.text({ name: "name", label: t("guests.name"), required: true, maxlength: 200, autocomplete: "name", dir: "auto" }) : ""}
<fieldset class="choices" id="answer" tabindex="-1"${fault ? html` aria-describedby="answer-error"` : ""}><legend class="hush">${t("attendance.yourAnswer")}</legend>
${fault ? html`<span class="wrong" id="answer-error">${fault}</span>` : ""}
${choice("going", t(asks ? "answering.askToCome" : wholeLabel(event, waits)), at.span(event.startsAt, event.endsAt))}
${choice("part", partLabel(view, said, at), t("attendance.flyingVisit"))}
<div class="visit">${visitFields(view, event, field)}<p class="hint small soft">${t("attendance.leaveEmpty")}</p></div>
${isClosed ? "" : maybeChoice(view, event, at, choice)}
${choice("not_going", t("attendance.no"), t(said?.answer === "going" && event.waitingCount > 0 ? "attendance.noGivesBack" : "attendance.noHint"))}
<div class="quietly stack gap-3">${wayFields(view, event, said, field, counts)}${field.check({ name: "unlisted", label: t("attendance.unlisted"), hint: t("attendance.unlistedHint") })}${box.questions ? questionFields(view, event, questions, field) : questionsNext(view, { event, isIn: said?.answer === "going", to: answerUrl(event) })}</div>
</fieldset>
<p class="small soft">${asks ? t("answering.askNext") : t(waits ? (event.offerHours === null ? "attendance.nextWaiting" : "attendance.nextOffered") : "attendance.next", { organisation: event.organisationName, names: event.namesFor })}</p>
${button({ words: t("attendance.save"), wide: true })}
${lastWords(view, box, at, isClosed)}
</form>`;
}

/** What was answered before stands in a form that did not have the questions yet. */
function withSayings(state: FormState, questions: readonly OwnQuestion[]): FormState {
  return wasShown(state.values) ? state : { ...state, values: { ...state.values, ...typedSayings(questions) } };
}

function visitFields(view: View, event: Event, field: Fields): Html {
  const from = view.t("attendance.comeAt");
  const until = view.t("attendance.stayUntil");
  if (needsDates(event)) return html`${field.moment({ name: "from", label: from, unmarked: true })}${field.moment({ name: "until", label: until, unmarked: true })}`;
  return html`${field.text({ name: "fromTime", type: "time", label: from, unmarked: true })}${field.text({ name: "untilTime", type: "time", label: until, unmarked: true })}`;
}

/** "You said yes on 11 June. You can change this until the meet-up ends." */
function lastWords(view: View, { event, said }: AnswerBox, at: Times, isClosed: boolean): Html {
  const { t } = view;
  const until = isClosed ? t("attendance.changeClosed") : event.answerBy ? t("attendance.changeUntil", { when: at.moment(event.answerBy) }) : t("attendance.changeUntilEnd");
  const before = said ? t(YOU_SAID[said.answer], { when: at.date(said.answeredAt) }) : null;
  return html`<p class="small soft">${before ? html`${before} ` : ""}${until}</p>`;
}

const YOU_SAID = { going: "attendance.saidYes", maybe: "attendance.saidMaybe", not_going: "attendance.saidNo", waitlisted: "attendance.saidWaiting", asked: "attendance.saidAsked" } as const;

function wholeLabel(event: Event, waits: boolean) {
  if (waits) return "attendance.joinLine";
  return isEvening(event) ? "attendance.allEvening" : "attendance.allOfIt";
}

function partLabel(view: View, said: Pick<Standing, "from" | "until"> | null, at: Times): string {
  return visitWords(view, said, at) ?? view.t("attendance.partOfIt");
}

/** "I can only stay until 19:00"; null for whoever comes for all of it. */
function visitWords({ t }: View, said: Pick<Standing, "from" | "until"> | null, at: Times): string | null {
  if (said?.from && said.until) return t("attendance.fromUntil", { from: at.clock(said.from), until: at.clock(said.until) });
  else if (said?.from) return t("attendance.onlyFrom", { from: at.clock(said.from) });
  else if (said?.until) return t("attendance.onlyUntil", { until: at.clock(said.until) });
  else return null;
}

/** Only what will be done is promised: on the last day there is no reminder any more. */
function maybeChoice({ t, now }: View, event: Event, at: Times, choice: (value: string, words: string, hint: string) => Html): Html {
  const when = remindAt(event, now);
  if (when) return choice("maybe", t("attendance.maybe"), t("attendance.maybeReminded", { day: at.day(when) }));
  else return choice("maybe", t("attendance.maybeLate"), t("attendance.maybeHint"));
}
