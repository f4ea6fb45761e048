import { FIRST_FEW } from "../attendance/people-coming.ts";
import { peopleComingFor } from "../attendance/people-coming.sql.ts";
import { ownPresence } from "../attendance/presence.sql.ts";
import { asksAfterwards } from "../attendance/presence.ts";
import { talkFrom } from "../conversations/conversation.actions.ts";
import { SHORT_TALK } from "../conversations/conversation.parts.ts";
import { maySeeCounts, maySeeNames } from "../organisations/event-audience.ts";
import type { Talk } from "../conversations/message.ts";
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { isId, newId } from "../platform/ids.ts";
import { dutyEnds } from "../organising/duty.ts";
import { notFound, show, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { isBefore, maySeeEvent, stanceOf } from "./event.ts";
import { eventPage } from "./event.pages.ts";
import { seeEvent } from "./event-seen.actions.ts";
import type { Seen } from "./event-seen.ts";
import { needOf, organisersOf, saidOf } from "./event-seen.ts";
import { asSeenBy } from "./place.ts";

/**
 * The statements travel together: what the page asks of people does not wait for the event, and is dropped unread where the viewer may not see it.
 */
export async function showEvent(c: Web): Promise<Response> {
  const { house, viewer, view } = c.var;
  const id = c.req.param("id")!;
  if (!isId(id)) return notFound(c);
  const [[seen, talk], people] = await Promise.all([
    seenWithTalk(house, viewer, id),
    peopleComingFor.many(house.db, id, viewer?.personId ?? null, viewer ? [...viewer.memberOf] : [], FIRST_FEW),
  ]);
  if (!seen || !maySeeEvent(viewer, seen)) return notFound(c);

  const { messageCount, unlistedCount } = seen;
  const stance = stanceOf(viewer, seen);
  const isInside = stance.isMember || stance.isOrganiser || stance.isInvited || stance.answer === "going";
  const page = eventPage(view, {
    event: asSeenBy(seen, stance),
    said: saidOf(seen),
    messageCount,
    barredBecause: seen.barredBecause,
    organises: mayOrganise(viewer, seen.hostPath),
    counts: maySeeCounts(seen, stance),
    names: !seen.barredBecause && maySeeNames(seen, stance) ? { people, unlistedCount } : null,
    inside: !seen.barredBecause && isInside ? { organisers: organisersOf(seen) } : null,
    duty: isBefore(view.now, dutyEnds(seen)) ? seen.duty : null,
    presence: viewer && !seen.barredBecause && asksAfterwards(seen, view.now) ? ((await ownPresence.maybe(house.db, id, viewer.personId)) ?? null) : null,
    need: needOf(seen),
    talk: talk && { talk, once: newId() },
  });
  // Kept for strangers only where every stranger may come upon it.
  return viewer || seen.audience !== "everyone" ? show(c, page) : showPublic(c, page);
}

async function seenWithTalk(house: House, viewer: Viewer | null, id: string): Promise<[Seen | null, Talk | null]> {
  const seen = await seeEvent(house.db, id, viewer?.personId ?? null);
  if (!seen || !viewer) return [seen, null];
  // While it is postponed people may go on talking.
  const facts = { ...seen, cancelledAt: seen.isPostponed ? null : seen.cancelledAt, eventId: id, opensAt: seen.conversationOpensAt, revision: seen.talkRevision, isBarred: seen.barredBecause !== null };
  return [seen, await talkFrom(house, viewer, facts, { length: SHORT_TALK })];
}
