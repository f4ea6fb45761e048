/** Asking to join where somebody reads each request. */
import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

/** Asking twice asks once: the open request stays as it was written. */
export const insertJoinRequest = command(
  (id: string, personId: string, unitId: string, note: string, branchId: string | null, at: Temporal.Instant) => sql`
    insert into join_request (id, person_id, unit_id, note, branch_id, asked_at)
    values (${id}, ${personId}, ${unitId}, ${note}, ${branchId}, ${at})
    on conflict (person_id, unit_id) where answered_at is null and withdrawn_at is null do nothing`,
);

/** Whoever became a member by another door has been answered. */
export const settleJoinRequests = command(
  (personId: string, unitIds: string[], by: string | null, at: Temporal.Instant) => sql`
    update join_request
       set answered_at = ${at}, answered_by = ${by}, accepted = true
     where person_id = ${personId} and unit_id = any(${unitIds}::uuid[]) and answered_at is null and withdrawn_at is null`,
);

/** For one unit, or for everything beneath it when somebody leaves. */
export const withdrawJoinRequests = query(
  { unitId: col.uuid },
  (personId: string, unitId: string, at: Temporal.Instant) => sql`
    update join_request r
       set withdrawn_at = ${at}
      from unit u
     where r.person_id = ${personId}
       and r.answered_at is null and r.withdrawn_at is null
       and u.id = r.unit_id
       and u.path @> array[${unitId}::uuid]
    returning r.unit_id as "unitId"`,
);

/** Takes an open request for answering; of two organisers who press at once, the second finds none. */
export const answerJoinRequest = query(
  { personId: col.uuid, unitId: col.uuid, branchId: col.uuid.orNull },
  (requestId: string, accepted: boolean, by: string, at: Temporal.Instant) => sql`
    update join_request
       set answered_at = ${at}, answered_by = ${by}, accepted = ${accepted}
     where id = ${requestId} and answered_at is null and withdrawn_at is null
    returning person_id as "personId", unit_id as "unitId", branch_id as "branchId"`,
);

export const joinRequestUnit = query({ unitId: col.uuid }, (requestId: string) => sql`select unit_id as "unitId" from join_request where id = ${requestId}`);

/** Open requests for a unit and all beneath it, the longest waiting first. */
export const openJoinRequests = query(
  {
    id: col.uuid,
    personId: col.uuid,
    name: col.text,
    lang: col.text.orNull,
    handle: col.text.orNull,
    line: { ...col.int, type: undefined as unknown as Line },
    note: col.text,
    askedAt: col.instant,
    unitId: col.uuid,
    unitName: col.text,
    branchName: col.text.orNull,
  },
  (unitId: string) => sql`
    select r.id,
           r.person_id as "personId",
           p.name,
           p.name_lang as "lang",
           p.known_by as "handle",
           p.line,
           r.note,
           r.asked_at as "askedAt",
           u.id as "unitId",
           u.name as "unitName",
           b.name as "branchName"
      from unit u
      join join_request r on r.unit_id = u.id and r.answered_at is null and r.withdrawn_at is null
      join person p on p.id = r.person_id
      left join unit b on b.id = r.branch_id
     where u.organisation_id = (select organisation_id from unit where id = ${unitId})
       and u.path @> array[${unitId}::uuid]
     order by r.asked_at, r.id
     limit 200`,
);

export const joinRequestById = query(
  { personId: col.uuid, unitId: col.uuid, branchId: col.uuid.orNull, accepted: col.bool.orNull },
  (requestId: string) => sql`
    select person_id as "personId", unit_id as "unitId", branch_id as "branchId", accepted
      from join_request
     where id = ${requestId}`,
);

/** Whom a letter may go to: someone with an account and an address that is theirs. */
export const personToWrite = query(
  { personId: col.uuid, address: col.text, name: col.text, locale: col.text },
  (personId: string) => sql`
    select p.id as "personId", mail.address, p.name, p.locale
      from person p
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where p.id = ${personId} and p.claimed_at is not null`,
);
