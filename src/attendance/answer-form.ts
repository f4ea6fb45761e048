/** The form "Are you coming?": what it holds, and what it asks for. */
import { z } from "zod";
import type { FormState } from "../platform/http/form.ts";
import type { Times } from "../platform/i18n/times.ts";
import type { Translate } from "../platform/i18n/translate.ts";
import { decide } from "./rsvp.ts";
import type { Ask, Places, Standing } from "./rsvp.ts";
import { clockOf, dateOf, momentOf, needsDates } from "./visit.ts";

const typed = z.string().max(40, "errors.field").default("");

export const answerSchema = z.object({
  answer: z.enum(["going", "part", "maybe", "not_going"], "attendance.chooseAnswer"),
  fromTime: typed,
  fromDate: typed,
  untilTime: typed,
  untilDate: typed,
  unlisted: typed,
});

export type AnswerForm = z.infer<typeof answerSchema>;

/** What has been said so far, as the form shows it. */
export function formOf(standing: Omit<Standing, "placeNo"> | null, zone: string): FormState {
  if (!standing) return { values: {}, errors: {} };
  const { answer, from, until, isUnlisted } = standing;
  const comes = from || until ? "part" : "going";
  return {
    values: {
      answer: answer === "waitlisted" || answer === "going" ? comes : answer,
      fromTime: clockOf(from, zone),
      fromDate: dateOf(from, zone),
      untilTime: clockOf(until, zone),
      untilDate: dateOf(until, zone),
      unlisted: isUnlisted ? "yes" : "",
    },
    errors: {},
  };
}

/** The ask, or by field what is wrong with its times. `times` speaks in the event's zone. */
export function askFrom(form: AnswerForm, event: Places & { zone: string }, times: Times, t: Translate): { ask: Ask } | { errors: Record<string, string> } {
  if (form.answer === "maybe" || form.answer === "not_going") return { ask: { answer: form.answer } };
  const isUnlisted = form.unlisted === "yes";
  if (form.answer === "going") return { ask: { answer: "going", from: null, until: null, isUnlisted } };
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
  return Object.keys(errors).length > 0 ? { errors } : { ask: { answer: "going", from, until, isUnlisted } };

  function saidFully(at: Temporal.Instant): string {
    return times.day(event.startsAt) === times.day(event.endsAt) ? times.clock(at) : `${times.shortDay(at)}, ${times.clock(at)}`;
  }
}

/** Whether this very answer would get a place now, or one in the line. */
export function wouldWait(event: Places, standing: Standing | null, now: Temporal.Instant): boolean {
  const decision = decide(event, standing, { answer: "going", from: null, until: null, isUnlisted: false }, now);
  return (decision.kind === "answered" || decision.kind === "unchanged") && decision.standing.answer === "waitlisted";
}
