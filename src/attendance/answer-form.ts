/** The form "Are you coming?": what it holds, and what it asks for. */
import { z } from "zod";
import { hasTwoHalls } from "../events/places.ts";
import type { FormState } from "../platform/http/form.ts";
import type { Times } from "../platform/i18n/times.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { decide } from "./rsvp.ts";
import type { Ask, Come, Places, Standing } from "./rsvp.ts";
import { clockOf, dateOf, momentOf, needsDates } from "./visit.ts";

const typed = z.string().max(40, "errors.field").default("");

export const answerSchema = z.object({
  answer: z.enum(["going", "part", "maybe", "not_going"], "attendance.chooseAnswer"),
  fromTime: typed,
  fromDate: typed,
  untilTime: typed,
  untilDate: typed,
  unlisted: typed,
  /** Left out where there is nothing to choose */
  where: z.enum(["room", "online", ""], "errors.field").default(""),
  guests: z.string("errors.field").regex(/^[0-5]?$/, "answering.guestsEachWrong").default(""),
  letsGo: typed,
});

export type AnswerForm = z.infer<typeof answerSchema>;

/** For all of it or a part. */
export function comes({ answer }: Pick<AnswerForm, "answer">): boolean {
  return answer === "going" || answer === "part";
}

/** What has been said so far, as the form shows it. */
export function formOf(standing: Standing | null, zone: string): FormState {
  if (!standing) return { values: {}, errors: {} };
  const { answer, from, until, isUnlisted, isOnline, moveNo, guests } = standing;
  const comes = from || until ? "part" : "going";
  return {
    values: {
      answer: answer === "maybe" || answer === "not_going" ? answer : comes,
      fromTime: clockOf(from, zone),
      fromDate: dateOf(from, zone),
      untilTime: clockOf(until, zone),
      untilDate: dateOf(until, zone),
      unlisted: isUnlisted ? "yes" : "",
      // Whoever waits to move has chosen the other.
      where: isOnline === (moveNo === null) ? "online" : "room",
      guests: String(guests),
    },
    errors: {},
  };
}

/** The ask, or by field what is wrong with its times. `times` speaks in the event's zone. */
export function askFrom(form: AnswerForm, event: Places & { zone: string }, times: Times, t: Translate): { ask: Ask } | { errors: Record<string, string> } {
  if (form.answer === "maybe" || form.answer === "not_going") return { ask: { answer: form.answer } };
  const way = wayOf(form);
  if (form.answer === "going") return { ask: { answer: "going", from: null, until: null, ...way } };
  // A fault stands at its field: a time alone, or a date and a time together.
  const [fromField, untilField] = needsDates(event) ? ["from", "until"] : ["fromTime", "untilTime"];
  if (!form.fromTime && !form.untilTime) return { errors: { [untilField]: t("attendance.sayWhen") } };

  const from = form.fromTime ? momentOf(event, event.zone, form.fromTime, form.fromDate || undefined) : null;
  const until = form.untilTime ? momentOf(event, event.zone, form.untilTime, form.untilDate || undefined) : null;
  const between = { from: saidFully(event.startsAt), until: saidFully(event.endsAt) };
  const errors: Record<string, string> = {};
  if (form.fromTime && (!from || from.equals(event.endsAt))) errors[fromField] = t("attendance.chooseTime", between);
  if (form.untilTime && (!until || until.equals(event.startsAt))) errors[untilField] = t("attendance.chooseTime", between);
  if (from && until && Temporal.Instant.compare(from, until) >= 0) errors[untilField] ??= t("attendance.leaveLater", { from: saidFully(from) });
  return Object.keys(errors).length > 0 ? { errors } : { ask: { answer: "going", from, until, ...way } };

  function saidFully(at: Temporal.Instant): string {
    return times.day(event.startsAt) === times.day(event.endsAt) ? times.clock(at) : `${times.shortDay(at)}, ${times.clock(at)}`;
  }
}

/** Where they come and whom they bring; what the form did not ask stays as it was. */
function wayOf({ unlisted, where, guests, letsGo }: AnswerForm): Pick<Come, "isUnlisted" | "isOnline" | "guests" | "letsGo"> {
  return { isUnlisted: unlisted === "yes", letsGo: letsGo === "yes", ...(where ? { isOnline: where === "online" } : {}), ...(guests ? { guests: Number(guests) } : {}) };
}

/** Whether this very answer would have to wait: in line, or with the place that they have until one in the other hall is theirs. */
export function wouldWait(event: Places, standing: Standing | null, now: Temporal.Instant, isOnline?: boolean): boolean {
  const decision = decide(event, standing, { answer: "going", from: null, until: null, isUnlisted: false, ...(isOnline === undefined ? {} : { isOnline }) }, now);
  return (decision.kind === "answered" || decision.kind === "unchanged") && (decision.standing.answer === "waitlisted" || decision.standing.moveNo !== null);
}

/** Whether every way to come would have to. */
export function wouldWaitAnywhere(event: Places, standing: Standing | null, now: Temporal.Instant): boolean {
  if (!hasTwoHalls(event)) return wouldWait(event, standing, now);
  return standing?.answer !== "going" && wouldWait(event, standing, now, false) && wouldWait(event, standing, now, true);
}
