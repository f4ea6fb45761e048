/** Invitations to a unit, sent to an address; used by whoever owns it. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const insertInvitation = command(
  (id: string, unitId: string, address: string, tokenHash: Buffer, by: string, at: Temporal.Instant) => sql`
    insert into invitation (id, unit_id, address, token_hash, invited_by, invited_at)
    values (${id}, ${unitId}, ${address}, ${tokenHash}, ${by}, ${at})`,
);

/** Which of these addresses need no invitation: already a member's, or invited. A declined one counts as invited, as the organisers see it. */
export const addressesSettled = query(
  { address: col.text },
  (unitId: string, addresses: string[]) => sql`
    select wanted.address
      from unnest(${addresses}::citext[]) as wanted (address)
     where exists (select from email_address e
                     join membership m on m.person_id = e.person_id and m.unit_id = ${unitId} and m.ends_on is null
                    where e.address = wanted.address and e.verified_at is not null)
        or exists (select from invitation i
                    where i.unit_id = ${unitId} and i.address = wanted.address and i.accepted_at is null and i.withdrawn_at is null)`,
);

/** Invitations of a unit that nobody has used. A declined one is shown like one that waits: saying no is private. */
export const openInvitations = query(
  { id: col.uuid, address: col.text, invitedAt: col.instant, invitedBy: col.text.orNull },
  (unitId: string) => sql`
    select i.id, i.address, i.invited_at as "invitedAt", p.name as "invitedBy"
      from invitation i
      left join person p on p.id = i.invited_by
     where i.unit_id = ${unitId} and i.accepted_at is null and i.withdrawn_at is null
     order by i.invited_at desc, i.id
     limit 500`,
);

/** The invitation behind a link, as long as it can be answered. */
export const invitationByToken = query(
  { id: col.uuid, unitId: col.uuid, address: col.text, invitedBy: col.text.orNull, invitedAt: col.instant },
  (tokenHash: Buffer) => sql`
    select i.id, i.unit_id as "unitId", i.address, p.name as "invitedBy", i.invited_at as "invitedAt"
      from invitation i
      left join person p on p.id = i.invited_by
     where i.token_hash = ${tokenHash} and i.accepted_at is null and i.declined_at is null and i.withdrawn_at is null`,
);

export const ownsAddress = query(
  { owns: col.bool },
  (personId: string, address: string) => sql`
    select exists (select from email_address where person_id = ${personId} and address = ${address}::citext and verified_at is not null) as "owns"`,
);

/** Answers it once; the second answer finds nothing. */
export const acceptInvitation = command(
  (id: string, at: Temporal.Instant) => sql`
    update invitation set accepted_at = ${at}
     where id = ${id} and accepted_at is null and declined_at is null and withdrawn_at is null`,
);

export const declineInvitation = command(
  (id: string, at: Temporal.Instant) => sql`
    update invitation set declined_at = ${at}
     where id = ${id} and accepted_at is null and declined_at is null and withdrawn_at is null`,
);

export const withdrawInvitation = command(
  (id: string, unitId: string, at: Temporal.Instant) => sql`
    update invitation set withdrawn_at = ${at}
     where id = ${id} and unit_id = ${unitId} and accepted_at is null and withdrawn_at is null`,
);
