/** The timetable of all meet-ups, and one meet-up as a calendar file. */
import { askerOf } from "../organisations/event-audience.sql.ts";
import { standingOf } from "../attendance/rsvp.sql.ts";
import { nearestTown, nearFrom } from "../organisations/near.ts";
import { homeAreaOf } from "../people/profile.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import { isId } from "../platform/ids.ts";
import { notFound, showPublic } from "../web.ts";
import type { Web } from "../web.ts";
import { eventSeenBy } from "./event.sql.ts";
import { icsFor } from "./event-entry.ts";
import { eventListPage } from "./event-list.pages.ts";
import type { Listed } from "./event-list.parts.ts";
import { comingEvents, draftsOrganised, networksWithEvents, pastEvents, postponedEvents } from "./event-list.sql.ts";
import type { ListFilter } from "./event-list.sql.ts";

const PAGE = 30;

export const showComing = (c: Web) => list(c, "coming");
export const showPast = (c: Web) => list(c, "past");

async function list(c: Web, which: "coming" | "past"): Promise<Response> {
  const { house, view, viewer } = c.var;
  const { network = "", mode = "", kind = "", near = "", when = "", after } = c.req.query();
  const days = which === "coming" ? (SPANS as Record<string, number | undefined>)[when] : undefined;
  const filter: ListFilter = {
    network: /^[A-Z]{3}$/.test(network) ? network : "",
    mode: mode === "room" || mode === "online" ? mode : "",
    among: network === "mine" && viewer ? [...viewer.memberOf] : null,
    kind: KINDS.find((each) => each === kind) ?? "",
    near: nearFrom(near),
    until: days === undefined ? null : house.clock.now().add({ hours: 24 * days }),
  };
  const cursor = readCursor(after) ?? FIRST[which];
  const asker = askerOf(viewer);
  const query = which === "coming" ? comingEvents : pastEvents;
  const [rows, drafts, postponed, networks, home] = await Promise.all([
    query.many(house.db, asker, house.clock.now(), filter, cursor.at, cursor.id, PAGE + 1),
    which === "coming" && viewer && viewer.organises.size > 0 && !after ? draftsOrganised.many(house.db, asker) : [],
    which === "coming" && !after ? postponedEvents.many(house.db, asker, filter, PAGE) : [],
    networksWithEvents.many(house.db),
    viewer ? homeAreaOf.maybe(house.db, viewer.personId) : null,
  ]);
  const shown = rows.slice(0, PAGE);
  const page = eventListPage(view, {
    which,
    rows: shown,
    drafts,
    postponed,
    networks,
    filter: { network: filter.among ? "mine" : filter.network, mode: filter.mode, kind: filter.kind, near: filter.near, when: days === undefined ? "" : when },
    home: home?.area ? nearestTown(home.area) : null,
    more: rows.length > PAGE ? nextAddress(c, shown.at(-1)!) : null,
    isFirstPage: !after,
    mayMake: viewer !== null && viewer.organises.size > 0,
  });
  return showPublic(c, page);
}

/** Days from now */
const SPANS = { week: 7, month: 31, quarter: 92 };
const KINDS = ["organisation", "branch", "group", "committee"] as const;

type Cursor = { at: Temporal.Instant; id: string };

const FIRST: Record<"coming" | "past", Cursor> = {
  coming: { at: Temporal.Instant.from("1900-01-01T00:00Z"), id: "00000000-0000-0000-0000-000000000000" },
  past: { at: Temporal.Instant.from("9000-01-01T00:00Z"), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" },
};

/** Whatever cannot be read is the first page. */
function readCursor(text: string | undefined): Cursor | null {
  const [milliseconds, id] = (text ?? "").split("_");
  if (!isId(id) || !/^-?\d{1,14}$/.test(milliseconds!)) return null;
  return { at: Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)), id };
}

function nextAddress(c: Web, last: Listed): string {
  const address = new URL(c.req.url);
  address.searchParams.set("after", `${last.startsAt.epochMilliseconds}_${last.id}`);
  return address.pathname + address.search;
}

/** The public part; those who come get their own times and the online link. */
export async function showEventFile(c: Web): Promise<Response> {
  const { house, view, viewer } = c.var;
  const event = await eventSeenBy(house.db, viewer, c.req.param("id"));
  if (!event) return notFound(c);
  const mine = viewer && (await standingOf.maybe(house.db, event.id, viewer.personId));
  const standing = mine?.answer === "going" ? { fromAt: mine.from, untilAt: mine.until, isOnline: mine.isOnline, guests: mine.guests, isComing: true } : mine?.answer === "maybe" || mine?.answer === "waitlisted" || mine?.answer === "asked" ? { isMaybe: true } : {};
  const own = { ...standing, isOrganiser: mayOrganise(viewer, event.hostPath) };
  return c.body(icsFor(event, house.config, view, own), 200, {
    "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
    "content-disposition": 'attachment; filename="meet-up.ics"',
    "cache-control": "private, no-cache",
  });
}
