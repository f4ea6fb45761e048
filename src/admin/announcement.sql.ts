import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

const shown = { id: col.uuid, words: col.text, untilAt: col.instant, byLetter: col.bool, createdAt: col.instant, withdrawnAt: col.instant.orNull };

export const insertAnnouncement = command(
  (id: string, words: string, untilAt: Temporal.Instant, byLetter: boolean, by: string, now: Temporal.Instant) => sql`
    insert into server_announcement (id, words, until_at, by_letter, created_by, created_at)
    values (${id}, ${words}, ${untilAt}, ${byLetter}, ${by}, ${now})`,
);

/** Those that are above the pages now. */
export const standing = query(
  shown,
  (now: Temporal.Instant) => sql`
    select id, words, until_at as "untilAt", by_letter as "byLetter", created_at as "createdAt", withdrawn_at as "withdrawnAt"
      from server_announcement
     where withdrawn_at is null and until_at > ${now}
     order by created_at desc, id desc`,
);

/** Those whose time is over, or that were taken down, the newest first. */
export const pastAnnouncements = query(
  shown,
  (now: Temporal.Instant, count: number) => sql`
    select id, words, until_at as "untilAt", by_letter as "byLetter", created_at as "createdAt", withdrawn_at as "withdrawnAt"
      from server_announcement
     where withdrawn_at is not null or until_at <= ${now}
     order by created_at desc, id desc
     limit ${count}::int`,
);

/** Touches no row when it is over already. */
export const withdrawAnnouncement = command(
  (id: string, now: Temporal.Instant) => sql`
    update server_announcement set withdrawn_at = ${now}
     where id = ${id} and withdrawn_at is null and until_at > ${now}`,
);

/** Null once it is over: then nobody is written to any more. */
export const announcementToTell = query(
  { words: col.text, untilAt: col.instant },
  (id: string, now: Temporal.Instant) => sql`
    select words, until_at as "untilAt"
      from server_announcement
     where id = ${id} and by_letter and withdrawn_at is null and until_at > ${now}`,
);

const hasAddress = sql`exists (select from email_address e where e.person_id = a.person_id and e.verified_at is not null)`;

/** How many would get a letter. */
export const everyoneCount = query({ count: col.big }, () => sql`select count(*) as "count" from account a where ${hasAddress}`);

/** Everyone with an account and an address. Ids after `after`, in their order. */
export const everyoneBatch = query(
  { personId: col.uuid },
  (after: string, limit: number) => sql`
    select a.person_id as "personId"
      from account a
     where a.person_id > ${after} and ${hasAddress}
     order by a.person_id
     limit ${limit}::int`,
);

/** Where to write to these, if they are still here. */
export const readersAmong = query(
  { personId: col.uuid, address: col.text, zone: col.text, locale: col.text },
  (personIds: string[]) => sql`
    select p.id as "personId", mail.address, p.zone, p.locale
      from account a
      join person p on p.id = a.person_id
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where p.id = any(${personIds}::uuid[])
     order by p.id`,
);

export type AnnouncementRow = Awaited<ReturnType<typeof standing.many>>[number];
