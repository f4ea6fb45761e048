import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { PhotoConsent, WayToBeMet, Welcome, Wishes } from "./wishes.ts";

/** For their own page. How somebody likes to be met stands in no other query for a page; `wishes.test.ts` holds the program to it. */
export const wishesOf = query(
  { photoConsent: col.word<PhotoConsent>().orNull, toBeMet: col.word<WayToBeMet>().orNull, welcomes: { ...col.texts, type: undefined as unknown as Welcome[] } },
  (personId: string) => sql`select photo_consent as "photoConsent", to_be_met as "toBeMet", welcomes from person where id = ${personId}`,
);

export const setWishes = command(
  (personId: string, wishes: Wishes, now: Temporal.Instant) => sql`
    update person set photo_consent = ${wishes.photoConsent}, to_be_met = ${wishes.toBeMet}, welcomes = ${[...wishes.welcomes]}::text[], updated_at = ${now} where id = ${personId}`,
);
