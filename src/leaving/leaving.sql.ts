/** Asking to leave, and being erased. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const leavingOf = query({ leavesAt: col.instant.orNull }, (personId: string) => sql`select leaves_at as "leavesAt" from account where person_id = ${personId}`);

export const setLeaving = command(
  (personId: string, at: Temporal.Instant) => sql`update account set leaves_at = ${at} where person_id = ${personId} and leaves_at is null`,
);

export const setStaying = command((personId: string) => sql`update account set leaves_at = null where person_id = ${personId} and leaves_at is not null`);

/** Organisations with other members that nobody else organises. */
export const heldAlone = query(
  { name: col.text, slug: col.text },
  (personId: string) => sql`
    select u.name, u.slug
      from organiser mine
      join unit u on u.id = mine.unit_id and u.kind = 'organisation' and u.closed_at is null
     where mine.person_id = ${personId}
       and mine.ends_at is null
       and not exists (select from organiser other where other.unit_id = u.id and other.person_id <> ${personId} and other.ends_at is null)
       and exists (select from membership m where m.unit_id = u.id and m.person_id <> ${personId} and m.ends_on is null)
     order by u.name collate "unicode", u.id`,
);

export const isLastAdministrator = query(
  { is: col.bool },
  (personId: string) => sql`
    select exists (select from account where person_id = ${personId} and administrator_since is not null)
       and not exists (select from account where person_id <> ${personId} and administrator_since is not null)
       and exists (select from account where person_id <> ${personId}) as "is"`,
);

export const whoLeaves = query(
  { personId: col.uuid },
  (now: Temporal.Instant, limit: number) => sql`
    select person_id as "personId" from account where leaves_at <= ${now} order by leaves_at, person_id limit ${limit}::int`,
);

/** Locked; gone, or staying after all, gives no row. */
export const lockLeaving = query(
  { personId: col.uuid },
  (personId: string, now: Temporal.Instant) => sql`
    select person_id as "personId" from account where person_id = ${personId} and leaves_at <= ${now} for update`,
);

export const leavingLetterTo = query(
  { address: col.text, zone: col.text, locale: col.text, leavesAt: col.instant.orNull },
  (personId: string) => sql`
    select e.address, p.zone, p.locale, a.leaves_at as "leavesAt"
      from account a
      join person p on p.id = a.person_id
      join email_address e on e.person_id = p.id and e.verified_at is not null
     where a.person_id = ${personId} and a.leaves_at is not null
     order by e.created_at, e.id`,
);

/** Meet-ups to come in which they hold a place, wait for one or may come. */
export const eveningsToGiveBack = query(
  { eventId: col.uuid },
  (personId: string, now: Temporal.Instant) => sql`
    select r.event_id as "eventId"
      from rsvp r
      join event e on e.id = r.event_id
     where r.person_id = ${personId} and r.answer <> 'not_going' and e.published_at is not null and (e.ends_at > ${now} and e.cancelled_at is null or e.is_postponed)
     order by r.event_id`,
);

export const unitsOfPerson = query(
  { unitId: col.uuid, isCurrent: col.bool },
  (personId: string) => sql`
    select unit_id as "unitId", bool_or(ends_on is null) as "isCurrent" from membership where person_id = ${personId} group by unit_id order by unit_id`,
);

/**
 * Organisations that import their list again leave the address out: what stays is a hash that answers that one question. Both those that they belong
 * to and those on whose lists the address stands unclaimed.
 */
export const rememberLeft = command(
  (personId: string, at: Temporal.Instant) => sql`
    insert into taken_off (organisation_id, address_hash, at)
    select distinct place.organisation_id, sha256(convert_to(lower(mine.address::text), 'UTF8')), ${at}::timestamptz
      from email_address mine
      join (select u.organisation_id, mine2.address
              from membership m
              join unit u on u.id = m.unit_id
              join email_address mine2 on mine2.person_id = m.person_id
             where m.person_id = ${personId}
            union all
            select u.organisation_id, theirs.address
              from email_address theirs
              join person listed on listed.id = theirs.person_id and listed.claimed_at is null
              join unit u on u.id = listed.imported_by_unit) place on place.address = mine.address
     where mine.person_id = ${personId} and mine.verified_at is not null
    on conflict do nothing`,
);

/** Rows of lists that hold one of their addresses and that nobody has claimed. */
export const eraseListed = command(
  (personId: string) => sql`
    delete from person listed
     using email_address theirs
      join email_address mine on mine.address = theirs.address and mine.verified_at is not null
     where mine.person_id = ${personId} and theirs.person_id = listed.id and listed.claimed_at is null and listed.merged_into_id is null`,
);

/** Their words go; that somebody said something stays, so that the answers of others keep their place. */
export const eraseMessages = command(
  (personId: string, at: Temporal.Instant) => sql`
    with talks as (
      update conversation c
         set revision = c.revision + 1
       where exists (select from message m where m.conversation_id = c.id and m.author_id = ${personId})
      returning c.id, c.revision)
    update message m
       set body = '', author_id = null, deleted_at = coalesce(m.deleted_at, ${at}), revision = talks.revision
      from talks
     where m.conversation_id = talks.id and m.author_id = ${personId}`,
);

/** Letters to them, links that were sent to them, invitations by address: by addresses that they have shown to be theirs. */
export const eraseLetters = command(
  (personId: string) => sql`
    with mine as (select address from email_address where person_id = ${personId} and verified_at is not null),
    links as (delete from sign_in_link l using mine where l.address = mine.address),
    invitations as (delete from invitation i where i.person_id = ${personId} or i.address in (select address from mine))
    delete from letter l where l.person_id = ${personId} or l.to_address::citext in (select address from mine)`,
);

/** Takes with it everything that hangs on the person: addresses, handles, memberships, answers, connections, sessions, passkeys. */
export const erasePerson = command((personId: string) => sql`delete from person where id = ${personId}`);
