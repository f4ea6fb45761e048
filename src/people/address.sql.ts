/** The addresses of an account: which are theirs, which of them gets the letters, and how one is added. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";

/**
 * The one address to which this person's letters go, as a subselect: `join lateral ${letterAddress(sql`p.id`)} mail on true`. Whoever has several
 * gets each letter once; only what tells of a new way in goes to all of them (`addressesOf`).
 */
export const letterAddress = (personId: Sql): Sql => sql`
      (select a.id, a.address from email_address a where a.person_id = ${personId} and a.verified_at is not null order by a.chosen_at desc nulls last, a.verified_at, a.id limit 1)`;

/** The addresses that are theirs, for their settings. */
export const addressesOf = query(
  { id: col.uuid, address: col.text, since: col.instant.orNull, isForLetters: col.bool },
  (personId: string) => sql`
    select id, address, verified_at as "since", row_number() over (order by chosen_at desc nulls last, verified_at, id) = 1 as "isForLetters"
      from email_address
     where person_id = ${personId}
       and verified_at is not null
     order by verified_at, id`,
);

/** Whose the address is, if anybody has proved it: somebody with an account, or a guest. */
export const ownerOfAddress = query(
  { personId: col.uuid },
  (address: string) => sql`select person_id as "personId" from email_address where address = ${address}::citext and verified_at is not null`,
);

/** Adding, removing and taking back wait for one another, so that an account never loses its last address. */
export const lockAccount = query(
  { personId: col.uuid, name: col.text, zone: col.text, locale: col.text },
  (personId: string) => sql`
    select a.person_id as "personId", p.name, p.zone, p.locale
      from account a
      join person p on p.id = a.person_id
     where a.person_id = ${personId}
       for update of a`,
);

export const insertAddressLink = command(
  (tokenHash: Buffer, personId: string, address: string, now: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    insert into address_link (token_hash, person_id, address, created_at, expires_at)
    values (${tokenHash}, ${personId}, ${address}, ${now}, ${expiresAt})`,
);

/** For whoever asked for it only. */
export const addressLink = query(
  { address: col.text },
  (tokenHash: Buffer, personId: string, now: Temporal.Instant) => sql`
    select address from address_link where token_hash = ${tokenHash} and person_id = ${personId} and expires_at > ${now}`,
);

/** Once: of two who press at the same time one gets the row. */
export const takeAddressLink = query(
  { address: col.text },
  (tokenHash: Buffer, personId: string, now: Temporal.Instant) => sql`
    delete from address_link where token_hash = ${tokenHash} and person_id = ${personId} and expires_at > ${now} returning address`,
);

/** No row where it has an owner by now. */
export const insertAddress = command(
  (id: string, personId: string, address: string, now: Temporal.Instant) => sql`
    insert into email_address (id, person_id, address, verified_at, created_at)
    values (${id}, ${personId}, ${address}, ${now}, ${now})
        on conflict (address) where verified_at is not null do nothing`,
);

export const chooseAddress = command(
  (personId: string, id: string, now: Temporal.Instant) => sql`
    update email_address set chosen_at = ${now} where person_id = ${personId} and id = ${id} and verified_at is not null`,
);

/** Never the last one. */
export const deleteAddress = query(
  { address: col.text },
  (personId: string, id: string) => sql`
    delete from email_address
     where person_id = ${personId}
       and id = ${id}
       and verified_at is not null
       and exists (select from email_address other where other.person_id = ${personId} and other.verified_at is not null and other.id <> ${id})
    returning address`,
);

export const forgetAddressLinks = command((now: Temporal.Instant) => sql`delete from address_link where expires_at < ${now}`);
