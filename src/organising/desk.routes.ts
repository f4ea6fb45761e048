import { countNeeds } from "../attendance/need.sql.ts";
import { questionsOf, sumsOf } from "../attendance/question.sql.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import { organisersOf } from "../events/event-seen.ts";
import { forPeople, notFound, show } from "../web.ts";
import { answersByDay, deskFacts, deskNumbers } from "./desk.sql.ts";
import { deskOverview } from "./desk.pages.ts";
import { mayDo } from "./duty.ts";
import { dutiesOf, eventOnDesk } from "./duty.sql.ts";
import { todo } from "./todo.ts";
import { countWelcoming } from "./welcoming.sql.ts";

const NO_NEEDS = { all: 0, open: 0, answerBy: null };

export const showDesk = forPeople(async (c, viewer) => {
  const { db, clock } = c.var.house;
  const now = clock.now();
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), "see-numbers", now);
  if (!desk) return notFound(c);
  const { event, standing } = desk;
  const [numbers, days, facts, duties, seen, needs, welcoming, questions, sums] = await Promise.all([
    deskNumbers.one(db, event.id),
    answersByDay.many(db, event.id, event.zone),
    deskFacts.one(db, event.id, event.hostPath),
    dutiesOf.many(db, event.id),
    seeEvent(db, event.id, viewer.personId),
    // Organisers alone are told of them
    standing.organises ? countNeeds.one(db, event.id) : NO_NEEDS,
    countWelcoming.one(db, event.id),
    questionsOf.many(db, event.id),
    sumsOf.many(db, event.id),
  ]);
  const needsBy = needs.answerBy?.toZonedDateTime({ timeZone: event.zone, plainTime: "12:00" }).toInstant() ?? null;
  const organisers = organisersOf(seen!);
  const left = todo(event, { ...facts, organisers: organisers.length, needs: needs.open, needsBy, firstTime: numbers.firstTime, welcoming }, now);
  return show(c, deskOverview(c.var.view, { event, standing, questions: mayDo(standing, "see-answers") ? questions : [], sums, numbers, days, asTable: c.req.query("answers") === "table", todo: left, needs: needs.all, organisers, duties }));
});
