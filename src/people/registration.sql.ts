import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { NewPerson } from "./profile.ts";

/** What is known of an address whose owner stands at the door. A letter to somebody on a list counts as an invitation. */
export const standingOfAddress = query(
  { isInvited: col.bool, isWaiting: col.bool },
  (address: string) => sql`
    select exists (select from invitation
                    where address = ${address}::citext and accepted_at is null and declined_at is null and withdrawn_at is null)
        or exists (select
                     from email_address e
                     join person p on p.id = e.person_id
                     join listing l on l.person_id = p.id
                    where e.address = ${address}::citext
                      and p.invited_at is not null and p.claimed_at is null and p.merged_into_id is null and l.not_me_at is null) as "isInvited",
           exists (select from registration_request where address = ${address}::citext) as "isWaiting"`,
);

/** One for each address; asking again changes nothing. */
export const insertRegistration = command(
  (id: string, address: string, sticker: string, note: string, nextPath: string, now: Temporal.Instant) => sql`
    insert into registration_request (id, address, sticker, note, next_path, asked_at)
    values (${id}, ${address}, ${sticker}::jsonb, ${note}, ${nextPath}, ${now})
    on conflict (address) do nothing`,
);

/** Those who wait, the first to ask first. */
export const registrationsWaiting = query(
  { id: col.uuid, address: col.text, sticker: col.json<Pick<NewPerson, "profile" | "handle">>(), note: col.text, askedAt: col.instant },
  (count: number) => sql`
    select id, address, sticker, note, asked_at as "askedAt"
      from registration_request
     order by asked_at, id
     limit ${count}::int`,
);

/** Takes one out of the queue: of two administrators who answer at once one gets the row. */
export const takeRegistration = query(
  { address: col.text, sticker: col.json<Pick<NewPerson, "profile" | "handle">>(), nextPath: col.text },
  (id: string) => sql`
    delete from registration_request
     where id = ${id}
    returning address, sticker, next_path as "nextPath"`,
);

export const registrationCount = query({ count: col.big }, () => sql`select count(*) as "count" from registration_request`);
