import { isInvited } from "../organisations/event-audience.sql.ts";
import { hostOrganisations, hostPath, hostUnits } from "../organisations/hosting.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { reasonOfBar } from "../people/sanction.sql.ts";
import type { Line } from "../ui/view.ts";
import { eventColumns, eventFields, eventFrom } from "./event.sql.ts";

export type Organiser = { personId: string; name: string; lang: string | null; handle: string | null; line: Line; isHidden: boolean };

/**
 * An event as one person (or a stranger, null) stands to it. What of it they may see is for the caller: strangers see counts only. Organisers are
 * those of each host, or of the nearest unit above it that has some.
 */
export const eventSeen = query(
  {
    ...eventColumns,
    answer: col.word<"going" | "maybe" | "not_going" | "waitlisted">().orNull,
    from: col.instant.orNull,
    until: col.instant.orNull,
    placeNo: col.big.orNull,
    isUnlisted: col.bool.orNull,
    isInvited: col.bool,
    answeredAt: col.instant.orNull,
    position: col.big,
    unlistedCount: col.big,
    messageCount: col.int,
    barredBecause: col.text.orNull,
    organisers: col.json<Organiser[]>(),
    /** What they look after for its organisers, while they are members and until two weeks after it. */
    duty: col.word<"door" | "messages" | "all">().orNull,
  },
  (eventId: string, personId: string | null) => sql`
    select ${eventFields},
           r.answer,
           r.from_at as "from",
           r.until_at as "until",
           r.place_no as "placeNo",
           r.is_unlisted as "isUnlisted",
           r.updated_at as "answeredAt",
           ${isInvited(personId)} as "isInvited",
           case when r.answer = 'waitlisted'
                then (select count(*) from rsvp ahead where ahead.event_id = e.id and ahead.answer = 'waitlisted' and ahead.place_no <= r.place_no)
                else 0
            end as "position",
           (select count(*) from rsvp quiet where quiet.event_id = e.id and quiet.answer = 'going' and quiet.is_unlisted) as "unlistedCount",
           coalesce(c.message_count, 0) as "messageCount",
           (${reasonOfBar(sql`${personId}::uuid`, sql`e.id`, hostPath)}) as "barredBecause",
           (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'lang', p.name_lang, 'handle', p.known_by, 'line', p.line,
                                                         'isHidden', not (${notHiddenFrom(personId, sql`p.id`)}))
                                      order by one.nth, one.starts_at, one.id), '[]')
              from (select distinct on (part.person_id) part.id, part.person_id, part.starts_at, host.nth
                      from unnest(${hostUnits}) with ordinality as host (unit_id, nth)
                      join unit hosting on hosting.id = host.unit_id
                      join organiser part on part.ends_at is null
                       and part.unit_id = (select step.unit_id
                                             from unnest(hosting.path) with ordinality as step (unit_id, depth)
                                            where exists (select from organiser above where above.unit_id = step.unit_id and above.ends_at is null)
                                            order by step.depth desc
                                            limit 1)
                     order by part.person_id, host.nth) one
              join person p on p.id = one.person_id) as "organisers",
           (select d.duty
              from event_duty d
             where d.event_id = e.id and d.person_id = ${personId} and d.ended_at is null
               and exists (select from membership m where m.person_id = d.person_id and m.unit_id = any(${hostOrganisations}) and m.ends_on is null)) as "duty"
${eventFrom}
      left join rsvp r on r.event_id = e.id and r.person_id = ${personId}
      left join conversation c on c.event_id = e.id
     where e.id = ${eventId}`,
);

export type Seen = Row<(typeof eventSeen)["columns"]>;
