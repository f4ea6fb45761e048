import { isId } from "../platform/ids.ts";
import { done, forPeople, notFound, show } from "../web.ts";
import type { Web } from "../web.ts";
import { addressesOf } from "./address.sql.ts";
import { entryPage } from "./entry.pages.ts";
import type { EntryProps } from "./entry.pages.ts";
import { passkeysOf } from "./passkey.sql.ts";
import { endOtherSessions, endSession } from "./session.actions.ts";
import { sessionsOf } from "./session.sql.ts";
import { deviceName } from "./session.ts";
import type { Viewer } from "./viewer.ts";

export const showEntry = forPeople(async (c, viewer) => show(c, entryPage(c.var.view, await theirEntry(c, viewer))));

/** A session that has ended already, or never was theirs, gets the same answer. */
export const postSessionEnd = forPeople(async (c, viewer) => {
  const id = c.req.param("session");
  if (!isId(id)) return notFound(c);
  await endSession(c.var.house, viewer, id);
  return done(c, "/settings/sign-in", "people.entry.ended");
});

export const postOtherSessionsEnd = forPeople(async (c, viewer) => {
  const count = await endOtherSessions(c.var.house, viewer);
  return done(c, "/settings/sign-in", "people.entry.endedOthers", { count });
});

export async function theirEntry(c: Web, viewer: Viewer): Promise<EntryProps> {
  const { db, clock } = c.var.house;
  const [addresses, sessions, passkeys] = await Promise.all([
    addressesOf.many(db, viewer.personId),
    sessionsOf.many(db, viewer.personId, clock.now()),
    passkeysOf.many(db, viewer.personId),
  ]);
  const device = deviceName(c.req.header("user-agent"));
  return { addresses, sessions, passkeys, sessionId: viewer.sessionId, device };
}
