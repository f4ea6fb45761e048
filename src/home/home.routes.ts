import { askerOf } from "../organisations/event-audience.sql.ts";
import { hostingsWaiting } from "../events/host.sql.ts";
import { reportsWaiting } from "../safety/report.sql.ts";
import { conversationsOf } from "../conversations/conversation.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Task } from "../ui/tasks.ts";
import { show, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { frontPage, homePage } from "./home.pages.ts";
import { askedAboutEvents, askedOfThem, networksOf, nextAnywhere, nextOnLines, organisationsHere, requestsWaiting } from "./home.sql.ts";

const EVENTS = 8;

export async function showHome(c: Web): Promise<Response> {
  const { viewer, view, house } = c.var;
  const now = house.clock.now();
  if (!viewer) {
    const [next, organisations] = await Promise.all([nextAnywhere.many(house.db, now, EVENTS), organisationsHere.many(house.db, 6)]);
    return showPublic(c, frontPage(view, { next, organisations, welcome: house.server.settings.welcome }));
  }
  const [networks, next, conversations, waiting] = await Promise.all([
    networksOf.many(house.db, viewer.personId),
    nextOnLines.many(house.db, { ...askerOf(viewer), personId: viewer.personId }, now, EVENTS + 1),
    conversationsOf(house.db, viewer, 3),
    waitingFor(c, viewer),
  ]);
  return show(c, homePage(view, { networks, next: next.slice(0, EVENTS), hasMore: next.length > EVENTS, conversations, waiting }));
}

/** What only this person can decide, each with the place to decide it. */
async function waitingFor(c: Web, viewer: Viewer): Promise<Task[]> {
  const { house, view } = c.var;
  const looksAfter = viewer.organises.size > 0 || viewer.isAdministrator;
  const [requests, { connections, lists }, hostings, reported, asked] = await Promise.all([
    viewer.organises.size > 0 ? requestsWaiting.many(house.db, [...viewer.organises]) : [],
    askedOfThem.one(house.db, viewer.personId),
    viewer.organises.size > 0 ? hostingsWaiting.many(house.db, [...viewer.organises], house.clock.now()) : [],
    looksAfter ? reportsWaiting.one(house.db, viewer.personId, [...viewer.organises], viewer.isAdministrator) : null,
    askedAboutEvents.many(house.db, viewer.personId, house.clock.now()),
  ]);
  const tasks: Task[] = requests.map(({ unitName, unitSlug, organisationSlug, isOrganisation, count }) => ({
    mark: "user-plus",
    title: view.t("home.requests", { count, unit: unitName }),
    href: `/organisations/${organisationSlug}/${isOrganisation ? "" : `${unitSlug}/`}requests`,
    small: view.t("home.requestsDo"),
  }));
  const safety = (reported?.reports ?? 0) + (reported?.appeals ?? 0);
  if (safety > 0) tasks.push({ mark: "flag", title: view.t("home.reports", { count: safety }), href: "/reports", small: view.t("home.reportsDo") });
  for (const { eventId, title, asks, askedBy, unitName } of asked) {
    const from = askedBy ?? unitName;
    if (asks === "coming") tasks.push({ mark: "calendar-plus", title: view.t("invited.home", { from, title }), href: `/events/${eventId}`, small: view.t("invited.homeDo") });
    else tasks.push({ mark: "sprout", title: view.t(`welcoming.home.${asks}`, { from, title }), href: `/events/${eventId}/welcome`, small: view.t("welcoming.homeDo") });
  }
  if (connections > 0) tasks.push({ mark: "users-round", title: view.t("home.connections", { count: connections }), href: "/people", small: view.t("home.connectionsDo") });
  if (lists > 0) tasks.push({ mark: "list-checks", title: view.t("home.lists", { count: lists }), href: "/welcome/lists", small: view.t("home.listsDo") });
  for (const { id, title, unitName, firstHostName } of hostings) {
    tasks.push({ mark: "git-branch", title: view.t("hosts.waiting", { title, unit: unitName, first: firstHostName }), href: `/hostings/${id}`, small: view.t("hosts.waitingDo") });
  }
  return tasks;
}
