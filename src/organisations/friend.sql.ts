/** Organisations that hold meet-ups together or have people in common. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import { hostOrganisations } from "./hosting.sql.ts";
import type { JoinPolicy } from "./unit.ts";

export const forgetFriends = command(() => sql`delete from organisation_friend`);

/** Only meet-ups for everyone count, and only people who would be shown to members: what is kept from sight is not told in numbers either. */
export const learnFriends = command(
  (since: Temporal.Instant) => sql`
    insert into organisation_friend (organisation_id, friend_id, shared_members, shared_events)
    with belonging as (
      select m.person_id, m.unit_id as organisation_id
        from membership m
        join unit u on u.id = m.unit_id and u.kind = 'organisation' and u.closed_at is null
        join person p on p.id = m.person_id and p.claimed_at is not null and p.hidden_at is null
       where m.ends_on is null),
    people as (
      select mine.organisation_id, theirs.organisation_id as friend_id, count(*) / 5 * 5 as shared
        from belonging mine
        join belonging theirs on theirs.person_id = mine.person_id and theirs.organisation_id <> mine.organisation_id
       group by 1, 2
      having count(*) >= 5),
    hosted as (
      select e.id as event_id, host.organisation_id
        from event e
        join unit u on u.id = e.unit_id
       cross join lateral (select distinct unnest(${hostOrganisations}) as organisation_id) host
       where e.published_at is not null and e.cancelled_at is null and e.audience = 'everyone' and e.starts_at > ${since}
         and exists (select from event_host h where h.event_id = e.id)),
    evenings as (
      select mine.organisation_id, theirs.organisation_id as friend_id, count(*) as shared
        from hosted mine
        join hosted theirs on theirs.event_id = mine.event_id and theirs.organisation_id <> mine.organisation_id
       group by 1, 2)
    select organisation_id, friend_id, coalesce(people.shared, 0), coalesce(evenings.shared, 0)
      from people full join evenings using (organisation_id, friend_id)`,
);

/** Of these organisations, those that none of them is: first with whom they meet, then by how many people they share. */
export const friendsOf = query(
  {
    id: col.uuid,
    slug: col.text,
    name: col.text,
    summary: col.text,
    joinPolicy: col.word<JoinPolicy>(),
    code: col.text,
    line: { ...col.int, type: undefined as unknown as Line },
    /** In fives, of the network with which it shares most */
    sharedMembers: col.int,
    sharedEvents: col.int,
    through: col.texts,
  },
  (organisationIds: string[]) => sql`
    select u.id, u.slug, u.name, u.summary, u.join_policy as "joinPolicy", o.code, o.line,
           near.members as "sharedMembers", near.evenings as "sharedEvents", near.codes as "through"
      from (select f.friend_id,
                   max(f.shared_members) as members,
                   max(f.shared_events) as evenings,
                   (array_agg(mine.code order by f.shared_members desc, mine.code))[1:1] as codes
              from organisation_friend f
              join organisation mine on mine.id = f.organisation_id
             where f.organisation_id = any(${organisationIds}::uuid[])
               and f.friend_id <> all(${organisationIds}::uuid[])
             group by f.friend_id) near
      join unit u on u.id = near.friend_id and u.closed_at is null
      join organisation o on o.id = u.id
     order by near.evenings desc, near.members desc, u.name collate "unicode"
     limit 6`,
);
