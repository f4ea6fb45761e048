/** Taking an account back from whoever added a way into it. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const insertWayBack = command(
  (tokenHash: Buffer, personId: string, address: string, since: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    insert into way_back (token_hash, person_id, address, since_at, expires_at)
    values (${tokenHash}, ${personId}, ${address}, ${since}, ${expiresAt})`,
);

export const wayBack = query(
  { personId: col.uuid, address: col.text, since: col.instant },
  (tokenHash: Buffer, now: Temporal.Instant) => sql`
    select person_id as "personId", address, since_at as "since" from way_back where token_hash = ${tokenHash} and expires_at > ${now}`,
);

/** What was added as a way in since then, but for the address to which the letter went. */
export const addedSince = query(
  { passkeys: col.texts, addresses: col.texts },
  (personId: string, since: Temporal.Instant, address: string) => sql`
    select array(select k.name from passkey k where k.person_id = ${personId} and k.created_at >= ${since} order by k.created_at, k.id) as "passkeys",
           array(select e.address::text from email_address e
                  where e.person_id = ${personId} and e.verified_at >= ${since} and e.address <> ${address}::citext order by e.verified_at, e.id) as "addresses"`,
);

export const deletePasskeysSince = command(
  (personId: string, since: Temporal.Instant) => sql`delete from passkey where person_id = ${personId} and created_at >= ${since}`,
);

export const deleteAddressesSince = command(
  (personId: string, since: Temporal.Instant, address: string) => sql`
    delete from email_address where person_id = ${personId} and verified_at >= ${since} and address <> ${address}::citext`,
);

/** This link, and those that went out after it: they may lie in a mailbox of whoever broke in. */
export const endWaysBack = command((personId: string, since: Temporal.Instant) => sql`delete from way_back where person_id = ${personId} and since_at >= ${since}`);

export const endWaysIn = command(
  (personId: string) => sql`
    with links as (delete from address_link where person_id = ${personId})
    delete from passkey_challenge where person_id = ${personId}`,
);

export const forgetWaysBack = command((now: Temporal.Instant) => sql`delete from way_back where expires_at < ${now}`);
