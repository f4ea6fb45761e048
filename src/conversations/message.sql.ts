import { notHiddenFrom } from "../people/hiding.sql.ts";
import { photoForMany } from "../people/photo.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

const messageColumns = {
  id: col.uuid,
  conversationId: col.uuid,
  number: col.int,
  revision: col.int,
  authorId: col.uuid.orNull,
  authorName: col.text.orNull,
  authorLang: col.text.orNull,
  authorHandle: col.text.orNull,
  authorLine: col.int.orNull,
  authorPhoto: col.text.orNull,
  body: col.text,
  sentAt: col.instant,
  editedAt: col.instant.orNull,
  deletedAt: col.instant.orNull,
  deletedBy: col.uuid.orNull,
};

/** The author as on their sticker; a person who was erased leaves a message without one. Whoever is hidden has, for now, said nothing. */
const messages = sql`
  select m.id, m.conversation_id as "conversationId", m.number, m.revision, m.author_id as "authorId", p.name as "authorName",
         p.name_lang as "authorLang", p.known_by as "authorHandle", p.line as "authorLine", ${photoForMany} as "authorPhoto",
         case when hidden.id is null then m.body else '' end as "body", m.sent_at as "sentAt",
         m.edited_at as "editedAt", coalesce(m.deleted_at, hidden.hidden_at) as "deletedAt", m.deleted_by as "deletedBy"
    from message m
    left join person p on p.id = m.author_id and p.hidden_at is null
    left join person hidden on hidden.id = m.author_id and hidden.hidden_at is not null`;

export type Message = NonNullable<Awaited<ReturnType<typeof messageById.maybe>>>;

export const messageById = query(messageColumns, (id: string) => sql`${messages} where m.id = ${id}`);

/** Up to `count` messages before this number, newest first; without those of people hidden from this viewer. For an organiser, null: nothing is hidden. */
export const messagesBefore = query(
  messageColumns,
  (conversationId: string, viewerId: string | null, before: number, count: number) => sql`
    ${messages}
     where m.conversation_id = ${conversationId}
       and m.number < ${before}::int
       and ${notHiddenFrom(viewerId, sql`m.author_id`)}
     order by m.number desc
     limit ${count}::int`,
);

/** What was sent, edited or taken back since, in the order in which it happened. */
export const messagesSince = query(
  messageColumns,
  (conversationId: string, revision: number, most: number) => sql`
    ${messages}
     where m.conversation_id = ${conversationId} and m.revision > ${revision}::int
     order by m.revision
     limit ${most}::int`,
);

/** The same form sent before, if it was. */
export const messageByOnce = query(
  { id: col.uuid, number: col.int },
  (conversationId: string, authorId: string, once: string) => sql`
    select id, number from message where conversation_id = ${conversationId} and author_id = ${authorId} and once = ${once}`,
);

export const insertMessage = command(
  (m: { id: string; conversationId: string; number: number; revision: number; authorId: string; body: string; once: string; at: Temporal.Instant }) => sql`
    insert into message (id, conversation_id, number, revision, author_id, body, once, sent_at)
    values (${m.id}, ${m.conversationId}, ${m.number}, ${m.revision}, ${m.authorId}, ${m.body}, ${m.once}, ${m.at})`,
);

export const changeBody = command(
  (id: string, body: string, revision: number, now: Temporal.Instant) => sql`
    update message set body = ${body}, revision = ${revision}, edited_at = ${now} where id = ${id} and deleted_at is null`,
);

/** The words are gone for good; that something stood here remains. */
export const emptyMessage = command(
  (id: string, by: string, revision: number, now: Temporal.Instant) => sql`
    update message set body = '', revision = ${revision}, deleted_at = ${now}, deleted_by = ${by}, edited_at = null where id = ${id} and deleted_at is null`,
);

/** How many of the messages after the one read last are news to this person. */
export const unreadAfter = query(
  { count: col.big, first: col.int.orNull },
  (conversationId: string, number: number, personId: string) => sql`
    select count(*) as count, min(number) as first
      from message
     where conversation_id = ${conversationId} and number > ${number}::int and deleted_at is null and author_id is distinct from ${personId}
       and ${notHiddenFrom(personId, sql`author_id`)}`,
);
