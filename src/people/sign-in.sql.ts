import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const insertSignInLink = command(
  (tokenHash: Buffer, address: string, nextPath: string, now: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    insert into sign_in_link (token_hash, address, next_path, created_at, expires_at)
    values (${tokenHash}, ${address}, ${nextPath}, ${now}, ${expiresAt})`,
);

export const signInLink = query(
  { address: col.text, nextPath: col.text, expiresAt: col.instant, usedAt: col.instant.orNull },
  (tokenHash: Buffer) => sql`
    select address, next_path as "nextPath", expires_at as "expiresAt", used_at as "usedAt"
      from sign_in_link
     where token_hash = ${tokenHash}`,
);

/** Once: of two who press at the same time one gets the row. */
export const takeSignInLink = query(
  { address: col.text, nextPath: col.text },
  (tokenHash: Buffer, now: Temporal.Instant) => sql`
    update sign_in_link
       set used_at = ${now}
     where token_hash = ${tokenHash}
       and used_at is null
       and expires_at > ${now}
    returning address, next_path as "nextPath"`,
);

/** Who owns an address and can sign in, unless they are suspended. */
export const accountByAddress = query(
  { personId: col.uuid, isSuspended: col.bool },
  (address: string) => sql`
    select a.person_id as "personId", a.suspended_at is not null as "isSuspended"
      from email_address e
      join account a on a.person_id = e.person_id
     where e.address = ${address}
       and e.verified_at is not null`,
);

export const insertWelcome = command(
  (tokenHash: Buffer, address: string, nextPath: string, expiresAt: Temporal.Instant) => sql`
    insert into welcome (token_hash, address, next_path, expires_at)
    values (${tokenHash}, ${address}, ${nextPath}, ${expiresAt})`,
);

/** `knownAs`: what the lists that hold the address call its owner, where they agree. */
export const welcomeByToken = query(
  { address: col.text, nextPath: col.text, knownAs: col.text.orNull },
  (tokenHash: Buffer, now: Temporal.Instant) => sql`
    select address,
           next_path as "nextPath",
           (select min(p.name)
              from email_address e
              join person p on p.id = e.person_id
              join listing l on l.person_id = p.id
             where e.address = welcome.address
               and p.claimed_at is null
               and p.merged_into_id is null
               and l.not_me_at is null
            having count(distinct p.name) = 1) as "knownAs"
      from welcome
     where token_hash = ${tokenHash}
       and expires_at > ${now}`,
);

export const endWelcomes = command((address: string) => sql`delete from welcome where address = ${address}`);

/** Whether an organisation's list holds somebody under one of this person's verified addresses, whom they have not disowned. */
export const isOnAList = query(
  { is: col.bool },
  (personId: string) => sql`
    select exists (
      select
        from email_address mine
        join email_address theirs on theirs.address = mine.address and theirs.person_id <> mine.person_id
        join person p on p.id = theirs.person_id
        join listing l on l.person_id = p.id
       where mine.person_id = ${personId}
         and mine.verified_at is not null
         and p.claimed_at is null
         and p.merged_into_id is null
         and l.not_me_at is null
    ) as "is"`,
);

/** What no longer opens anything. Spent links are kept two days, so that their page can say what happened. */
export const forgetSpentLinks = command((now: Temporal.Instant) => sql`delete from sign_in_link where expires_at < ${now}::timestamptz - interval '2 days'`);
export const forgetWelcomes = command((now: Temporal.Instant) => sql`delete from welcome where expires_at < ${now}`);
export const forgetSessions = command((now: Temporal.Instant) => sql`delete from session where expires_at < ${now}`);
export const forgetChallenges = command((now: Temporal.Instant) => sql`delete from passkey_challenge where expires_at < ${now}`);
