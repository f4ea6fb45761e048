import { isId } from "../platform/ids.ts";
import { forPeople, notFound, show } from "../web.ts";
import { eventOrganisedBy } from "./event.sql.ts";
import { eventUrl } from "./event.ts";
import { historyPage } from "./event-history.pages.ts";
import { eventChanges } from "./event-history.sql.ts";

const PAGE = 50;

export const showHistory = forPeople(async (c, viewer) => {
  const { db } = c.var.house;
  const event = await eventOrganisedBy(db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const before = isId(c.req.query("before")) ? c.req.query("before")! : null;
  const found = await eventChanges.many(db, viewer.personId, [...viewer.organises], event.id, before, PAGE + 1);
  const changes = found.slice(0, PAGE);
  const older = found.length > PAGE ? `${eventUrl(event.id)}/history?before=${changes.at(-1)!.id}` : null;
  return show(c, historyPage(c.var.view, { event, changes, older }));
});
