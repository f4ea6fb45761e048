import { eventUrl } from "../events/event.ts";
import { eventSeenBy } from "../events/event.sql.ts";
import { done, forPeople, notFound } from "../web.ts";
import { sayItSuits } from "./kept-answer.actions.ts";

export const postKeptAnswer = forPeople(async (c, viewer) => {
  const event = await eventSeenBy(c.var.house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  await sayItSuits(c.var.house, viewer.personId, event.id);
  return done(c, eventUrl(event.id), "moves.kept");
});
