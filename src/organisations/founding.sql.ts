import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { OrganisationAsk } from "./unit.ts";

export const insertFoundingRequest = command(
  (id: string, personId: string, ask: string, now: Temporal.Instant) => sql`
    insert into organisation_request (id, person_id, ask, asked_at)
    values (${id}, ${personId}, ${ask}::jsonb, ${now})`,
);

/** The first to ask first. */
export const foundingRequests = query(
  { id: col.uuid, personId: col.uuid, name: col.text, ask: col.json<OrganisationAsk>(), askedAt: col.instant },
  (count: number) => sql`
    select r.id, r.person_id as "personId", p.name, r.ask, r.asked_at as "askedAt"
      from organisation_request r
      join person p on p.id = r.person_id
     order by r.asked_at, r.id
     limit ${count}::int`,
);

/** Out of the queue: of two who answer at once one gets the row. */
export const takeFoundingRequest = query(
  { personId: col.uuid, ask: col.json<OrganisationAsk>() },
  (id: string) => sql`delete from organisation_request where id = ${id} returning person_id as "personId", ask`,
);

export const foundingRequestCount = query({ count: col.big }, () => sql`select count(*) as "count" from organisation_request`);
