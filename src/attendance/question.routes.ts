/** For organisers: what they ask of whoever comes. */
import { eventOrganisedBy } from "../events/event.sql.ts";
import { eventState, eventUrl } from "../events/event.ts";
import { formValues } from "../platform/http/form.ts";
import type { FormState } from "../platform/http/form.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import { settleQuestions } from "./question.actions.ts";
import { readQuestions } from "./question-form.ts";
import { questionsAnswered } from "./question.sql.ts";
import { MOST_KEPT } from "./question.ts";
import { questionsPage } from "./questions.pages.ts";

export const showQuestions = forPeople(async (c, viewer) => {
  const { db, clock } = c.var.house;
  const event = await eventOrganisedBy(db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const state = eventState(event, clock.now());
  if (state === "past" || state === "cancelled") return done(c, eventUrl(event.id), "answering.isOver");
  return show(c, questionsPage(c.var.view, { event, questions: await questionsAnswered.many(db, event.id) }));
});

export const postQuestions = forPeople(async (c, viewer) => {
  const { house, view } = c.var;
  const event = await eventOrganisedBy(house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const questions = await questionsAnswered.many(house.db, event.id);
  const values = await formValues(c);
  const sendBack = async (errors: FormState["errors"]) => show(c, questionsPage(view, { event, questions: await questionsAnswered.many(house.db, event.id), state: { values, errors } }), 422);
  const { drafts, errors } = readQuestions(values, new Set(questions.filter(({ answered }) => answered > 0).map(({ id }) => id)), view.t);
  if (Object.keys(errors).length > 0) return sendBack(errors);
  const outcome = await settleQuestions(house, viewer, event.id, drafts);
  switch (outcome.kind) {
    case "settled":
      return done(c, `${eventUrl(event.id)}/questions`, outcome.stopped > 0 ? "questions.savedStopped" : outcome.changed ? "questions.saved" : "answering.savedNothing");
    case "answered-meanwhile":
      return sendBack({ form: view.t("questions.meanwhile") });
    case "too-many":
      return sendBack({ form: view.t("questions.tooMany", { most: MOST_KEPT }) });
    case "over":
      return done(c, eventUrl(event.id), "answering.isOver");
    case "not-found":
      return notFound(c);
  }
});
