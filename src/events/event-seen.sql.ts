import { hostOrganisations, hostPath, shared } from "../organisations/hosting.sql.ts";
import { isInvited } from "../organisations/event-audience.sql.ts";
import { hiddenFrom } from "../people/hiding.sql.ts";
import { reasonOfBar } from "../people/sanction.sql.ts";
import type { Answer } from "../attendance/standing.ts";
import type { Outcome } from "../attendance/need.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import { positionInLine } from "./line.sql.ts";
import { eventColumns, eventFields, eventFrom } from "./event-columns.sql.ts";

type OrganiserAbove = { unitId: string; personId: string; name: string; lang: string | null; handle: string | null; line: Line };

/** The row's last writer: another value is another row. Both statements ask for it, so that they can be held against each other. */
const stamp = sql`e.xmin::text as "stamp"`;

/** What is the same for everybody. What of it somebody may see is for the caller: strangers see counts only. */
export const eventForAll = query(
  {
    ...eventColumns,
    stamp: col.text,
    unlistedCount: col.big,
    /** Of each unit on the way down to each host; `nearestOrganisers` picks. */
    organisersAbove: col.json<OrganiserAbove[]>(),
  },
  (eventId: string) => sql`
    select ${eventFields},
           ${stamp},
           (select count(*) from rsvp quiet where quiet.event_id = e.id and quiet.answer = 'going' and quiet.is_unlisted) as "unlistedCount",
           (select coalesce(jsonb_agg(jsonb_build_object('unitId', part.unit_id, 'personId', p.id, 'name', p.name, 'lang', p.name_lang, 'handle', p.known_by,
                                                         'line', p.line)
                                      order by part.starts_at, part.id), '[]')
              from organiser part
              join person p on p.id = part.person_id
             where part.unit_id = any(${shared.path}) and part.ends_at is null) as "organisersAbove"
${eventFrom}
     where e.id = ${eventId}`,
);

/** How one person (or a stranger, null) stands to it. */
export const eventForOne = query(
  {
    stamp: col.text,
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
    conversationId: col.uuid.orNull,
    messageCount: col.int,
    talkRevision: col.int,
    lastRead: col.int,
    barredBecause: col.text.orNull,
    /** Whom they do not see */
    hidden: col.uuids,
    needWords: col.text.orNull,
    needAnswerBy: col.date.orNull,
    needOutcome: col.word<Outcome>().orNull,
    needReply: col.text.orNull,
    /** What they look after for its organisers, while they are members and until two weeks after it. */
    duty: col.word<"door" | "messages" | "all">().orNull,
  },
  (eventId: string, personId: string | null) => sql`
    select ${stamp},
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
           c.id as "conversationId",
           coalesce(c.message_count, 0) as "messageCount",
           coalesce(c.revision, 0) as "talkRevision",
           coalesce(reading.last_number, 0) as "lastRead",
           (${reasonOfBar(sql`${personId}::uuid`, sql`e.id`, hostPath)}) as "barredBecause",
           ${hiddenFrom(personId)} as "hidden",
           n.words as "needWords",
           n.answer_by as "needAnswerBy",
           n.outcome as "needOutcome",
           n.reply as "needReply",
           (select d.duty
              from event_duty d
             where d.event_id = e.id and d.person_id = ${personId} and d.ended_at is null
               and exists (select from membership m where m.person_id = d.person_id and m.unit_id = any(${hostOrganisations}) and m.ends_on is null)) as "duty"
      from event e
      join unit u on u.id = e.unit_id
      left join rsvp r on r.event_id = e.id and r.person_id = ${personId}
      left join need n on n.event_id = e.id and n.person_id = ${personId}
      left join conversation c on c.event_id = e.id
      left join conversation_reading reading on reading.conversation_id = c.id and reading.person_id = ${personId}
     where e.id = ${eventId}`,
);

export type EventForAll = Row<(typeof eventForAll)["columns"]>;
export type EventForOne = Row<(typeof eventForOne)["columns"]>;
