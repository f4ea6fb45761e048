/** Where somebody stands in an organisation: what they belong to, asked for, and were told. */
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** A row for each unit of the organisation that somebody belongs to, has asked to join, or was not accepted by. */
export const standingIn = query(
  { unitId: col.uuid, since: col.date.orNull, askedAt: col.instant.orNull, declinedAt: col.instant.orNull },
  (personId: string, organisationId: string) => sql`
    select u.id as "unitId",
           max(m.starts_on) as "since",
           max(r.asked_at) filter (where r.answered_at is null) as "askedAt",
           max(r.answered_at) filter (where not r.accepted) as "declinedAt"
      from unit u
      left join membership m on m.unit_id = u.id and m.person_id = ${personId} and m.ends_on is null
      left join join_request r on r.unit_id = u.id and r.person_id = ${personId} and r.withdrawn_at is null
     where u.organisation_id = ${organisationId}
     group by u.id
    having count(m.id) + count(r.id) > 0`,
);
