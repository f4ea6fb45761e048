import { hostOrganisations, hostPath } from "../organisations/hosting.sql.ts";
import { isBarred } from "../people/sanction.sql.ts";
import type { Audience, NamesFor } from "../organisations/event-audience.ts";
import { isInvited, mayOpen } from "../organisations/event-audience.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { hiddenFrom, notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Answer } from "./conversation.ts";

const conversationColumns = {
  eventId: col.uuid,
  title: col.text,
  icebreaker: col.text,
  publishedAt: col.instant.orNull,
  cancelledAt: col.instant.orNull,
  endsAt: col.instant,
  opensAt: col.instant.orNull,
  audience: col.word<Audience>(),
  namesFor: col.word<NamesFor>(),
  isInvited: col.bool,
  answerBy: col.instant.orNull,
  hostOrganisations: col.uuids,
  hostPath: col.uuids,
  organisationName: col.text,
  code: col.text,
  line: col.int,
  answer: col.word<Answer>().orNull,
  conversationId: col.uuid.orNull,
  messageCount: col.int,
  revision: col.int,
  lastRead: col.int,
  isBarred: col.bool,
};

const aboutConversation = (personId: string | null) => sql`
  select e.id as "eventId", e.title, e.icebreaker, e.published_at as "publishedAt", case when not e.is_postponed then e.cancelled_at end as "cancelledAt", e.ends_at as "endsAt",
         e.conversation_opens_at as "opensAt", e.audience, e.names_for as "namesFor", ${isInvited(personId)} as "isInvited", e.answer_by as "answerBy", ${hostOrganisations} as "hostOrganisations", ${hostPath} as "hostPath", root.name as "organisationName", o.code, o.line,
         r.answer, c.id as "conversationId", coalesce(c.message_count, 0) as "messageCount", coalesce(c.revision, 0) as "revision",
         coalesce(reading.last_number, 0) as "lastRead",
         ${isBarred(sql`${personId}`, sql`e.id`, hostPath)} as "isBarred"
    from event e
    join unit u on u.id = e.unit_id
    join organisation o on o.id = u.organisation_id
    join unit root on root.id = o.id
    left join conversation c on c.event_id = e.id
    left join rsvp r on r.event_id = e.id and r.person_id = ${personId}
    left join conversation_reading reading on reading.conversation_id = c.id and reading.person_id = ${personId}`;

/** An event's conversation, as one person stands to it. Whether they may read it is for `mayRead` to say. */
export const conversationOfEvent = query(conversationColumns, (eventId: string, personId: string) => sql`${aboutConversation(personId)} where e.id = ${eventId}`);

export const conversationById = query(conversationColumns, (id: string, personId: string) => sql`${aboutConversation(personId)} where c.id = ${id}`);

/** How those who listen stand to the event now, and whom each does not see; a session that has ended is not among them. */
export const listenersNow = query(
  {
    sessionId: col.uuid,
    publishedAt: col.instant.orNull,
    cancelledAt: col.instant.orNull,
    endsAt: col.instant,
    opensAt: col.instant.orNull,
    audience: col.word<Audience>(),
    namesFor: col.word<NamesFor>(),
    isInvited: col.bool,
    answer: col.word<Answer>().orNull,
    isMember: col.bool,
    isOrganiser: col.bool,
    isBarred: col.bool,
    hidden: col.uuids,
  },
  (conversationId: string, sessionIds: string[], now: Temporal.Instant) => sql`
    select s.id as "sessionId",
           e.published_at as "publishedAt",
           case when not e.is_postponed then e.cancelled_at end as "cancelledAt",
           e.ends_at as "endsAt",
           e.conversation_opens_at as "opensAt",
           e.audience,
           e.names_for as "namesFor",
           ${isInvited(sql`s.person_id`)} as "isInvited",
           r.answer,
           exists (select from membership m where m.person_id = s.person_id and m.unit_id = any(${hostOrganisations}) and m.ends_on is null) as "isMember",
           exists (select from organiser o where o.person_id = s.person_id and o.unit_id = any(${hostPath}) and o.ends_at is null) as "isOrganiser",
           ${isBarred(sql`s.person_id`, sql`e.id`, hostPath)} as "isBarred",
           ${hiddenFrom(sql`s.person_id`)} as "hidden"
      from conversation c
      join event e on e.id = c.event_id
      join unit u on u.id = e.unit_id
      join session s on s.id = any(${sessionIds}::uuid[]) and s.expires_at > ${now}
      left join rsvp r on r.event_id = e.id and r.person_id = s.person_id
     where c.id = ${conversationId}`,
);

/** Made when somebody first looks; looking twice makes one. */
export const insertConversation = command(
  (eventId: string, now: Temporal.Instant) => sql`
    insert into conversation (event_id, created_at) values (${eventId}, ${now}) on conflict (event_id) do nothing`,
);

/** Whoever writes takes this lock first, so that numbers and revisions are committed in order. */
export const lockConversation = query(
  { messageCount: col.int, revision: col.int },
  (id: string) => sql`select message_count as "messageCount", revision from conversation where id = ${id} for update`,
);

export const raiseCounters = command(
  (id: string, messageCount: number, revision: number) => sql`
    update conversation set message_count = ${messageCount}, revision = ${revision} where id = ${id}`,
);

/** Reading goes forward only. */
export const markRead = command(
  (conversationId: string, personId: string, upTo: number, now: Temporal.Instant) => sql`
    insert into conversation_reading (conversation_id, person_id, last_number, read_at)
    select c.id, ${personId}::uuid, least(c.message_count, ${upTo}::int), ${now}::timestamptz
      from conversation c
     where c.id = ${conversationId}
    on conflict (conversation_id, person_id) do update
       set last_number = excluded.last_number, read_at = excluded.read_at
     where conversation_reading.last_number < excluded.last_number`,
);

/** The conversations of a person's evenings, and those that they wrote in, as far as they may still read them; the liveliest first. */
export const conversationsOfPerson = query(
  {
    eventId: col.uuid,
    title: col.text,
    code: col.text,
    line: col.int,
    authorId: col.uuid.orNull,
    authorName: col.text.orNull,
    authorLine: col.int.orNull,
    body: col.text,
    deletedAt: col.instant.orNull,
    sentAt: col.instant,
    lastRead: col.int,
    unread: col.big,
  },
  (personId: string, memberOf: string[], organises: string[], limit: number) => sql`
    select e.id as "eventId", e.title, o.code, o.line, last.author_id as "authorId", case when author.hidden_at is null then author.name end as "authorName", author.line as "authorLine",
           case when author.hidden_at is null then last.body else '' end as "body", coalesce(last.deleted_at, author.hidden_at) as "deletedAt", last.sent_at as "sentAt", coalesce(reading.last_number, 0) as "lastRead",
           (select count(*) from message m
             where m.conversation_id = c.id and m.number > coalesce(reading.last_number, 0) and m.deleted_at is null
               and m.author_id is distinct from ${personId} and ${notHiddenFrom(personId, sql`m.author_id`)}) as "unread"
      from (select r.event_id from rsvp r where r.person_id = ${personId} and r.answer in ('going', 'maybe', 'waitlisted')
            union
            select wrote.event_id from conversation wrote join message m on m.conversation_id = wrote.id where m.author_id = ${personId}) mine
      join event e on e.id = mine.event_id and e.published_at is not null
      join unit u on u.id = e.unit_id
      join organisation o on o.id = u.organisation_id
      join conversation c on c.event_id = e.id
      join lateral (
           select m.*
             from message m
            where m.conversation_id = c.id and ${notHiddenFrom(personId, sql`m.author_id`)}
            order by m.number desc
            limit 1) last on true
      left join person author on author.id = last.author_id
      left join rsvp r on r.event_id = e.id and r.person_id = ${personId}
      left join conversation_reading reading on reading.conversation_id = c.id and reading.person_id = ${personId}
     where (r.answer in ('going', 'maybe', 'waitlisted')
            or ${hostOrganisations} && ${memberOf}::uuid[] and e.names_for in ('everyone', 'members') and ${mayOpen({ personId, memberOf, organises })}
            or ${hostPath} && ${organises}::uuid[])
       and not ${isBarred(sql`${personId}::uuid`, sql`e.id`, hostPath)}
     order by last.sent_at desc, e.id
     limit ${limit}::int`,
);

export type ConversationRow = Awaited<ReturnType<typeof conversationsOf>>[number];

/** For /messages and the home page. */
export function conversationsOf(db: Parameters<typeof conversationsOfPerson.many>[0], viewer: Viewer, limit = 100) {
  return conversationsOfPerson.many(db, viewer.personId, [...viewer.memberOf], [...viewer.organises], limit);
}
