import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { letterAddress } from "./address.sql.ts";

/** Touches no row when they are one already. */
export const setAdministrator = command(
  (personId: string, now: Temporal.Instant) => sql`
    update account
       set administrator_since = ${now}
     where person_id = ${personId}
       and administrator_since is null`,
);

/** Those who look after the server. */
export const administratorsToTell = query(
  { personId: col.uuid, address: col.text, locale: col.text, zone: col.text },
  () => sql`
    select a.person_id as "personId", mail.address, p.locale, p.zone
      from account a
      join person p on p.id = a.person_id
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where a.administrator_since is not null
     order by a.person_id`,
);

export const endAdministrator = command((personId: string) => sql`update account set administrator_since = null where person_id = ${personId} and administrator_since is not null`);

export const lockAdministrators = command(() => sql`select pg_advisory_xact_lock(hashtext('administrators'))`);

export const otherAdministrators = query(
  { are: col.bool },
  (personId: string) => sql`select exists (select from account where administrator_since is not null and person_id <> ${personId}) as "are"`,
);
