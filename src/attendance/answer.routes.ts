import type { Event } from "../events/event.ts";
import { eventUrl, maySeeEvent, stanceOf } from "../events/event.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import { saidOf } from "../events/event-seen.ts";
import { asSeenBy } from "../events/place.ts";
import { forPeople, done, notFound, show, tooMany } from "../web.ts";
import type { Web } from "../web.ts";
import type { Viewer } from "../people/viewer.ts";
import { parseForm } from "../platform/http/form.ts";
import type { Db } from "../platform/db/query.ts";
import type { FormState } from "../platform/http/form.ts";
import { withinRate } from "../platform/http/rate.ts";
import { times } from "../platform/i18n/times.ts";
import { isId } from "../platform/ids.ts";
import { answerPage } from "./answer.pages.ts";
import { answerSchema, askFrom, comes } from "./answer-form.ts";
import { questionsFor } from "./question.sql.ts";
import { isLedToQuestions, tellsOf, wasShown } from "./question.ts";
import type { OwnQuestion } from "./question.ts";
import type { Answer } from "./rsvp.ts";
import { reply } from "./rsvp.actions.ts";
import type { ReplyOutcome } from "./rsvp.actions.ts";

/** Enough for changing one's mind all evening. */
const RATE = { most: 60, minutes: 10 };

export const showAnswer = forPeople(async (c, viewer) => {
  const seen = await seenBy(c, viewer);
  if (!seen) return notFound(c);
  const questions = await questionsTo(c.var.house.db, seen, viewer.personId);
  return show(c, answerPage(c.var.view, { event: seen, said: saidOf(seen), questions, barredBecause: seen.barredBecause }));
});

export const postAnswer = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await seenBy(c, viewer);
  if (!event) return notFound(c);
  if (!(await withinRate(house.db, house.clock.now(), "answer", viewer.personId, RATE))) return tooMany(c);
  const questions = await questionsTo(house.db, event, viewer.personId);
  const shown = { event, said: saidOf(event), questions, barredBecause: event.barredBecause };
  const sendBack = (form: FormState) => show(c, answerPage(view, { ...shown, form }), 422);

  const form = await parseForm(c, answerSchema, view.t);
  if (!form.ok) return sendBack(form.state);
  const asked = askFrom(form.value, event, times(view, event.zone), view.t);
  const told = tellsOf(form.value, form.state.values, questions, view.t);
  if ("errors" in asked) return sendBack({ ...form.state, errors: { ...asked.errors, ...told.errors } });
  if (Object.keys(told.errors).length > 0) return sendBack({ ...form.state, errors: told.errors });
  const isIn = event.answer === "going" || event.answer === "waitlisted" || event.answer === "asked";
  if (comes(form.value) && !wasShown(form.state.values) && isLedToQuestions(questions, isIn)) return show(c, answerPage(view, { ...shown, form: form.state, isLedHere: true }));
  const outcome = await reply(house, viewer.personId, event.id, asked.ask, told.sayings);
  if (outcome.kind === "not-found") return notFound(c);
  if (outcome.kind === "too-many-guests") return sendBack({ ...form.state, errors: { guests: view.t("attendance.guestsTooMany", { most: outcome.most }) } });
  return answered(c, event.id, event.answer, outcome);
});

function answered(c: Web, eventId: string, before: Answer | null, outcome: Exclude<ReplyOutcome, { kind: "not-found" | "too-many-guests" }>): Response {
  const path = eventUrl(eventId);
  if (outcome.kind === "refused") return done(c, path, "attendance.refusedNow");
  else if (outcome.wasSaid) return done(c, path, "attendance.savedSame");
  else if (outcome.kind === "waitlisted") return done(c, path, "attendance.savedWaiting", { position: outcome.position });
  else if (outcome.kind === "asked") return done(c, path, "attendance.savedAsked");
  else if (outcome.kind === "maybe") return done(c, path, "attendance.savedMaybe");
  else if (outcome.kind === "going") return done(c, path, outcome.standing.from || outcome.standing.until ? "attendance.savedPart" : "attendance.savedGoing");
  else if (before === "going") return done(c, path, "attendance.savedGaveBack");
  else return done(c, path, before === "waitlisted" ? "attendance.savedOffList" : "attendance.savedNo");
}

/** No look-up for the many events that ask nothing. */
async function questionsTo(db: Db, { id, questionCount }: Event, personId: string): Promise<OwnQuestion[]> {
  return questionCount > 0 ? questionsFor.many(db, id, personId) : [];
}

/** The event as this person may see it. */
async function seenBy(c: Web, viewer: Viewer) {
  const id = c.req.param("id")!;
  const seen = isId(id) ? await seeEvent(c.var.house.db, id, viewer.personId) : null;
  return seen && maySeeEvent(viewer, seen) ? asSeenBy(seen, stanceOf(viewer, seen)) : null;
}
