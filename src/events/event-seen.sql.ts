import { isInvited } from "../organisations/event-audience.sql.ts";
import { shared } from "../organisations/hosting.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import type { Answer } from "../attendance/standing.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { reasonOfBar } from "../people/sanction.sql.ts";
import type { Line } from "../ui/view.ts";
import { positionInLine } from "./line.sql.ts";
import { eventColumns, eventFields, eventFrom } from "./event.sql.ts";

export type Organiser = { unitId: string; personId: string; name: string; lang: string | null; handle: string | null; line: Line; isHidden: boolean };

/**
 * An event as one person (or a stranger, null) stands to it. What of it they may see is for the caller: strangers see counts only.
 */
export const eventSeen = query(
  {
    ...eventColumns,
    answer: col.word<Answer>().orNull,
    from: col.instant.orNull,
    until: col.instant.orNull,
    placeNo: col.big.orNull,
    isUnlisted: col.bool.orNull,
    isInvited: col.bool,
    isOnline: col.bool.orNull,
    guests: col.int.orNull,
    moveNo: col.big.orNull,
    offeredUntil: col.instant.orNull,
    declinedAt: col.instant.orNull,
    answeredAt: col.instant.orNull,
    position: col.big,
    unlistedCount: col.big,
    conversationId: col.uuid.orNull,
    messageCount: col.int,
    talkRevision: col.int,
    lastRead: col.int,
    barredBecause: col.text.orNull,
    /** Of each unit on the way down to each host; `nearestOrganisers` picks. */
    organisersAbove: col.json<Organiser[]>(),
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
           r.is_online as "isOnline",
           r.guests,
           r.move_no as "moveNo",
           r.offered_until as "offeredUntil",
           r.declined_at as "declinedAt",
           r.updated_at as "answeredAt",
           ${isInvited(personId)} as "isInvited",
${positionInLine} as "position",
           (select count(*) from rsvp quiet where quiet.event_id = e.id and quiet.answer = 'going' and quiet.is_unlisted) as "unlistedCount",
           c.id as "conversationId",
           coalesce(c.message_count, 0) as "messageCount",
           coalesce(c.revision, 0) as "talkRevision",
           coalesce(reading.last_number, 0) as "lastRead",
           (${reasonOfBar(sql`${personId}::uuid`, sql`e.id`, shared.path)}) as "barredBecause",
           (select coalesce(jsonb_agg(jsonb_build_object('unitId', part.unit_id, 'personId', p.id, 'name', p.name, 'lang', p.name_lang, 'handle', p.known_by,
                                                         'line', p.line, 'isHidden', not (${notHiddenFrom(personId, sql`p.id`)}))
                                      order by part.starts_at, part.id), '[]')
              from organiser part
              join person p on p.id = part.person_id
             where part.unit_id = any(${shared.path}) and part.ends_at is null) as "organisersAbove",
           (select d.duty
              from event_duty d
             where d.event_id = e.id and d.person_id = ${personId} and d.ended_at is null
               and exists (select from membership m where m.person_id = d.person_id and m.unit_id = any(${shared.organisations}) and m.ends_on is null)) as "duty"
${eventFrom}
      left join rsvp r on r.event_id = e.id and r.person_id = ${personId}
      left join conversation c on c.event_id = e.id
      left join conversation_reading reading on reading.conversation_id = c.id and reading.person_id = ${personId}
     where e.id = ${eventId}`,
);

export type Seen = Row<(typeof eventSeen)["columns"]>;
