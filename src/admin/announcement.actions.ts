import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { notify } from "../platform/db/notify.sql.ts";
import { newId } from "../platform/ids.ts";
import { SERVER_CHANNEL } from "../server/server.ts";
import { lockServer } from "../server/server.sql.ts";
import { insertAnnouncement, standing, withdrawAnnouncement } from "./announcement.sql.ts";
import { MOST_STANDING } from "./announcement.ts";
import type { NewAnnouncement } from "./announcement.ts";

/** The same words do not stand twice: whoever presses the button twice writes one letter to each. */
export async function announceToEveryone(house: House, by: Viewer, { words, untilAt, byLetter }: NewAnnouncement): Promise<{ kind: "announced" | "stands-already" | "too-many" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  const outcome = await house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await lockServer.run(tx);
    const now = await standing.many(tx, at);
    if (now.some((one) => one.words === words)) return { kind: "stands-already" } as const;
    if (now.length >= MOST_STANDING) return { kind: "too-many" } as const;
    const id = newId(at.epochMilliseconds);
    await insertAnnouncement.run(tx, id, words, untilAt, byLetter, by.personId, at);
    await record(tx, { kind: "server.announced", at, by: by.personId, about: { announcementId: id, byLetter } });
    await notify.run(tx, SERVER_CHANNEL, "announcements");
    return { kind: "announced" } as const;
  });
  await house.server.refresh();
  return outcome;
}

/** From the next page on it is gone; letters that are not written yet are not written. */
export async function endAnnouncement(house: House, by: Viewer, id: string): Promise<{ kind: "ended" | "not-found" }> {
  if (!by.isAdministrator) return { kind: "not-found" };
  const outcome = await house.db.transaction(async (tx) => {
    const at = house.clock.now();
    if ((await withdrawAnnouncement.run(tx, id, at)) === 0) return { kind: "not-found" } as const;
    await record(tx, { kind: "server.announcement-ended", at, by: by.personId, about: { announcementId: id } });
    await notify.run(tx, SERVER_CHANNEL, "announcements");
    return { kind: "ended" } as const;
  });
  await house.server.refresh();
  return outcome;
}
