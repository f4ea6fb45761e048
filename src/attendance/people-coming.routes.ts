import { maySeeEvent } from "../events/event.ts";
import { seeEvent } from "../events/event-seen.actions.ts";
import type { Seen } from "../events/event-seen.ts";
import { hasTwoHalls } from "../events/places.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { isId } from "../platform/ids.ts";
import { forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { answersPage, peoplePage } from "./people-coming.pages.ts";
import type { AnswerList, ListName } from "./people-coming.pages.ts";
import { answersOf, countOfNoes, peopleComing } from "./people-coming.sql.ts";
import { ANSWERS_A_PAGE, maySeePeople, PEOPLE_A_PAGE } from "./people-coming.ts";

export const showPeopleComing = forPeople(async (c, viewer) => {
  const id = c.req.param("id")!;
  const seen = isId(id) ? await seeEvent(c.var.house.db, id, viewer.personId) : null;
  if (!seen?.publishedAt || !maySeeEvent(viewer, seen) || seen.barredBecause || !maySeePeople(viewer, seen)) return notFound(c);
  return mayOrganise(viewer, seen.hostPath) ? allAnswers(c, viewer, seen) : everyone(c, viewer, seen);
});

async function everyone(c: Web, viewer: Viewer, seen: Seen): Promise<Response> {
  const people = await peopleComing.many(c.var.house.db, seen.id, viewer.personId, [...viewer.memberOf], after(c), PEOPLE_A_PAGE + 1);
  return show(
    c,
    peoplePage(c.var.view, {
      event: seen,
      people: people.slice(0, PEOPLE_A_PAGE),
      hasMore: people.length > PEOPLE_A_PAGE,
      comesToo: comesToo(seen),
      isUnlisted: seen.isUnlisted ?? false,
      unlistedCount: seen.unlistedCount,
    }),
  );
}

async function allAnswers(c: Web, viewer: Viewer, seen: Seen): Promise<Response> {
  const { db } = c.var.house;
  const where = hasTwoHalls(seen) ? (HALLS.find((hall) => hall === c.req.query("where")) ?? null) : null;
  // Whoever may come has not said where.
  const lists = LISTS.filter((name) => where === null || name !== "maybe");
  const asked = lists.find((name) => name === c.req.query("list"));
  const counts = countsIn(seen, where);
  const list = async (name: ListName): Promise<AnswerList> => {
    const people = await answersOf.many(db, seen.id, viewer.personId, name, where ? [where] : [...HALLS], [...viewer.memberOf, ...viewer.organises], asked ? after(c) : 0, ANSWERS_A_PAGE + 1);
    return { name, people: people.slice(0, ANSWERS_A_PAGE), count: counts[name], hasMore: people.length > ANSWERS_A_PAGE };
  };
  const [{ count: noes }, ...filled] = await Promise.all([countOfNoes.one(db, seen.id), ...(asked ? [asked] : lists).map(list)]);
  return show(c, answersPage(c.var.view, { event: seen, comesToo: comesToo(seen), where, lists: filled, noes }));
}

const LISTS: readonly ListName[] = ["going", "waitlisted", "maybe"];
const HALLS = ["room", "online"] as const;

function countsIn(event: Seen, where: "room" | "online" | null): Record<ListName, number> {
  const { goingCount, onlineCount, waitingCount, onlineWaitingCount, maybeCount } = event;
  if (where === "online") return { going: onlineCount, waitlisted: onlineWaitingCount, maybe: 0 };
  else if (where === "room") return { going: goingCount - onlineCount, waitlisted: waitingCount - onlineWaitingCount, maybe: 0 };
  else return { going: goingCount, waitlisted: waitingCount, maybe: maybeCount };
}

function comesToo({ answer }: Seen): boolean {
  return answer === "going";
}

/** The place in the order after which this part of the list begins. */
function after(c: Web): number {
  const place = Number(c.req.query("after") ?? 0);
  return Number.isSafeInteger(place) && place > 0 ? place : 0;
}
