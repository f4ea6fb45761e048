import { maySeePeople, FIRST_FEW } from "../attendance/people-coming.ts";
import { peopleComingFor } from "../attendance/people-coming.sql.ts";
import { talkOf } from "../conversations/conversation.actions.ts";
import { SHORT_TALK } from "../conversations/conversation.parts.ts";
import { mayOrganise } from "../people/viewer.ts";
import { isId, newId } from "../platform/ids.ts";
import { notFound, show, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { maySeeEvent } from "./event.ts";
import { eventPage } from "./event.pages.ts";
import { eventSeen } from "./event-seen.sql.ts";
import { saidOf } from "./event-seen.ts";

/**
 * The statements travel together: what the page asks of people and words does not wait for the event, and is dropped unread where the viewer may
 * not see it.
 */
export async function showEvent(c: Web): Promise<Response> {
  const { house, viewer, view } = c.var;
  const id = c.req.param("id")!;
  if (!isId(id)) return notFound(c);
  const [seen, people, talk] = await Promise.all([
    eventSeen.maybe(house.db, id, viewer?.personId ?? null),
    viewer ? peopleComingFor.many(house.db, id, viewer.personId, [...viewer.memberOf], FIRST_FEW) : [],
    viewer ? talkOf(house, viewer, id, { length: SHORT_TALK }) : null,
  ]);
  if (!seen || !maySeeEvent(viewer, seen)) return notFound(c);

  const { messageCount, organisers, unlistedCount } = seen;
  const inside = !seen.barredBecause && maySeePeople(viewer, seen, seen.answer) ? { people, organisers, unlistedCount } : null;
  const page = eventPage(view, {
    event: seen,
    said: saidOf(seen),
    messageCount,
    barredBecause: seen.barredBecause,
    organises: mayOrganise(viewer, seen.hostPath),
    inside,
    talk: talk && { talk, once: newId() },
  });
  return viewer ? show(c, page) : showPublic(c, page);
}
