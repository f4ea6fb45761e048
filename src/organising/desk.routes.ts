import { eventSeen } from "../events/event-seen.sql.ts";
import { organisersOf } from "../events/event-seen.ts";
import { forPeople, notFound, show } from "../web.ts";
import { answersByDay, deskFacts, deskNumbers } from "./desk.sql.ts";
import { deskOverview } from "./desk.pages.ts";
import { dutiesOf, eventOnDesk } from "./duty.sql.ts";
import { todo } from "./todo.ts";

export const showDesk = forPeople(async (c, viewer) => {
  const { db, clock } = c.var.house;
  const now = clock.now();
  const desk = await eventOnDesk(db, viewer, c.req.param("id"), "see-numbers", now);
  if (!desk) return notFound(c);
  const { event, standing } = desk;
  const [numbers, days, facts, duties, seen] = await Promise.all([
    deskNumbers.one(db, event.id),
    answersByDay.many(db, event.id, event.zone),
    deskFacts.one(db, event.id, event.hostPath),
    dutiesOf.many(db, event.id),
    eventSeen.one(db, event.id, viewer.personId),
  ]);
  const organisers = organisersOf(seen);
  const left = todo(event, { ...facts, organisers: organisers.length }, now);
  return show(c, deskOverview(c.var.view, { event, standing, numbers, days, asTable: c.req.query("answers") === "table", todo: left, organisers, duties }));
});
