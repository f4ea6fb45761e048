import type { Database } from "../platform/db/database.ts";
import type { Seen } from "./event-seen.ts";
import { eventForAll, eventForOne } from "./event-seen.sql.ts";
import type { EventForAll } from "./event-seen.sql.ts";

/**
 * An event as one person (or a stranger, null) stands to it; null where there is none. What is the same for everybody is looked up once and kept
 * for a second, as long as the event's row is the same and this process has written nothing. So whatever is done here is seen at once, and what
 * another process does to the event, to its counts or to an answer too; a change of its place, hosts or organisers there is seen within that second.
 */
export async function seeEvent(db: Database, eventId: string, personId: string | null): Promise<Seen | null> {
  const kept = keptOf(db, eventId);
  const [one, all] = await Promise.all([eventForOne.maybe(db, eventId, personId), kept]);
  if (!one) return null;
  const same = all?.stamp === one.stamp ? all : await readAnew(db, eventId);
  return same && { ...same, ...one };
}

const A_SECOND = 1000;
const MOST = 500;

type Kept = { readonly facts: Promise<EventForAll | null>; readonly since: number; readonly writes: number };
const keptBy = new WeakMap<Database, Map<string, Kept>>();

function keptOf(db: Database, eventId: string): Promise<EventForAll | null> {
  const kept = keptBy.get(db)?.get(eventId);
  return kept && kept.writes === db.writes && performance.now() - kept.since < A_SECOND ? kept.facts : readAnew(db, eventId);
}

/** Marked with the moment before it was asked for: whatever was written since then makes it old. */
function readAnew(db: Database, eventId: string): Promise<EventForAll | null> {
  const events = keptBy.get(db) ?? new Map<string, Kept>();
  keptBy.set(db, events);
  if (events.size >= MOST) events.clear();
  const facts = eventForAll.maybe(db, eventId);
  events.set(eventId, { facts, since: performance.now(), writes: db.writes });
  facts.then(
    (found) => found ?? events.delete(eventId),
    () => events.delete(eventId),
  );
  return facts;
}
