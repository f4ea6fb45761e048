/** People asked to an event by name or by address. */
import { hostOrganisations, hostUnits } from "../organisations/hosting.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { isSuspended } from "../people/sanction.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { Answer } from "./rsvp.ts";

/** No row where they are invited already. */
export const invitePerson = query(
  { id: col.uuid },
  (eventId: string, personId: string, by: string, at: Temporal.Instant) => sql`
    insert into event_invitation (event_id, person_id, invited_by, invited_at) values (${eventId}, ${personId}, ${by}, ${at})
        on conflict (person_id, event_id) where withdrawn_at is null and person_id is not null do nothing
    returning id`,
);

export const inviteAddress = query(
  { id: col.uuid },
  (eventId: string, address: string, by: string, at: Temporal.Instant) => sql`
    insert into event_invitation (event_id, address, invited_by, invited_at) values (${eventId}, ${address}, ${by}, ${at})
        on conflict (address, event_id) where withdrawn_at is null and address is not null do nothing
    returning id`,
);

/** Somebody with an account who belongs to one of the hosts' organisations, and so may be asked by name. */
export const mayBeInvited = query(
  { personId: col.uuid },
  (eventId: string, personId: string) => sql`
    select p.id as "personId"
      from event e
      join unit u on u.id = e.unit_id
      join person p on p.id = ${personId} and p.claimed_at is not null
     where e.id = ${eventId}
       and exists (select from membership m where m.person_id = p.id and m.ends_on is null and m.unit_id = any(${hostOrganisations}))`,
);

/**
 * Where a letter about it goes: to an address that is theirs, if they have not answered and have not chosen to hear nothing of the hosts. By person or
 * by address; the owner of an address is found here, and never named to those who invite.
 */
export const letterTo = query(
  { personId: col.uuid, address: col.text, zone: col.text, locale: col.text, hasAccount: col.bool, wants: col.bool },
  (eventId: string, personId: string | null, address: string | null) => sql`
    select p.id as "personId",
           mail.address,
           p.zone,
           p.locale,
           p.claimed_at is not null as "hasAccount",
           not ${isSuspended(sql`p.id`)}
             and not exists (select from rsvp r where r.event_id = e.id and r.person_id = p.id)
             and coalesce((select c.choice
                             from announcement_choice c
                            where c.person_id = p.id and (c.unit_id = any(${hostUnits} || ${hostOrganisations}) or c.unit_id is null)
                            order by c.unit_id is null, c.unit_id = any(${hostUnits}) desc
                            limit 1), 'each') <> 'none' as "wants"
      from event e
      join unit u on u.id = e.unit_id
      join email_address mail on mail.verified_at is not null and (mail.person_id = ${personId}::uuid or mail.address = ${address}::citext)
      join person p on p.id = mail.person_id
     where e.id = ${eventId}
     order by mail.chosen_at desc nulls last, mail.verified_at, mail.id
     limit 1`,
);

/** What became of each, the newest first. Saying no is private: it looks like no answer. */
export const invitationsOf = query(
  {
    id: col.uuid,
    name: col.text.orNull,
    lang: col.text.orNull,
    address: col.text.orNull,
    invitedAt: col.instant,
    invitedBy: col.text.orNull,
    answer: col.word<Exclude<Answer, "not_going">>().orNull,
  },
  (eventId: string) => sql`
    select i.id,
           asked.name,
           asked.name_lang as "lang",
           i.address,
           i.invited_at as "invitedAt",
           inviter.name as "invitedBy",
           r.answer
      from event_invitation i
      left join person asked on asked.id = i.person_id
      left join person inviter on inviter.id = i.invited_by
      left join email_address owner on owner.address = i.address and owner.verified_at is not null
      left join rsvp r on r.event_id = i.event_id and r.person_id = coalesce(i.person_id, owner.person_id) and r.answer <> 'not_going'
     where i.event_id = ${eventId}
       and i.withdrawn_at is null
     order by i.invited_at desc, i.id
     limit 1000`,
);

/** Only while they have not said that they come, may come or wait. */
export const withdrawEventInvitation = command(
  (id: string, eventId: string, at: Temporal.Instant) => sql`
    update event_invitation i
       set withdrawn_at = ${at}
     where i.id = ${id}
       and i.event_id = ${eventId}
       and i.withdrawn_at is null
       and not exists (select from rsvp r
                        where r.event_id = i.event_id and r.answer <> 'not_going'
                          and (r.person_id = i.person_id
                               or r.person_id = (select e.person_id from email_address e where e.address = i.address and e.verified_at is not null)))`,
);

/** Members of the hosts with an account in whose name or handle each of `patterns` occurs. */
export const membersToInvite = query(
  { personId: col.uuid, name: col.text, lang: col.text.orNull, handle: col.text.orNull, line: { ...col.int, type: undefined as unknown as Line }, isInvited: col.bool, hasAnswered: col.bool },
  (eventId: string, viewerId: string, patterns: string[], limit: number) => sql`
    select p.id as "personId",
           p.name,
           p.name_lang as "lang",
           p.known_by as "handle",
           p.line,
           exists (select from event_invitation i where i.event_id = e.id and i.person_id = p.id and i.withdrawn_at is null) as "isInvited",
           exists (select from rsvp r where r.event_id = e.id and r.person_id = p.id and r.answer <> 'not_going') as "hasAnswered"
      from event e
      join unit u on u.id = e.unit_id
      join person p on p.claimed_at is not null and p.hidden_at is null and unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[])
     where e.id = ${eventId}
       and exists (select from membership m where m.person_id = p.id and m.ends_on is null and m.unit_id = any(${hostOrganisations}))
       and ${notHiddenFrom(viewerId, sql`p.id`)}
     order by p.name collate "unicode", p.id
     limit ${limit}::int`,
);
