import { letterAddress } from "../people/address.sql.ts";
import { hiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { ListedState } from "./desk-people.ts";
import { reached } from "./reached.sql.ts";

/** Those with one of these answers. */
const said = (states: string[]) => sql`r.answer in ('going', 'maybe', 'waitlisted') and r.answer = any(${states}::text[])`;

export const countsReached = query(
  { state: col.word<ListedState>(), count: col.big },
  (eventId: string, states: string[]) => sql`select r.answer as "state", count(*) as "count"${reached(eventId, said(states))} group by 1`,
);

/** Ids after `after`, in their order. */
export const reachedBatch = query(
  { personId: col.uuid },
  (eventId: string, states: string[], after: string, limit: number) => sql`
    select r.person_id as "personId"${reached(eventId, said(states))}
       and r.person_id > ${after}
     order by r.person_id
     limit ${limit}::int`,
);

/** Of these people, those who are still reached. `hidesWriter`: whoever wrote it is hidden from them, and so is not named to them. */
export const reachedAmong = query(
  { personId: col.uuid, isGuest: col.bool, address: col.text, zone: col.text, locale: col.text, hidesWriter: col.bool },
  (eventId: string, states: string[], personIds: string[], writerId: string | null) => sql`
    select r.person_id as "personId",
           p.claimed_at is null as "isGuest",
           mail.address,
           p.zone,
           p.locale,
           (${writerId}::uuid = any(${hiddenFrom(sql`p.id`)})) is true as "hidesWriter"${reached(eventId, said(states))}
       and r.person_id = any(${personIds}::uuid[])
     order by r.person_id`,
);

/** The writer's own address, which they may give for replies. */
export const ownAddress = query(
  { id: col.uuid, address: col.text },
  (personId: string) => sql`select mail.id, mail.address from person p join lateral ${letterAddress(sql`p.id`)} mail on true where p.id = ${personId}`,
);

export const insertCircular = command(
  (id: string, c: { eventId: string; states: string[]; subject: string; body: string; replyToId: string | null; by: string; people: number }, at: Temporal.Instant) => sql`
    insert into circular (id, event_id, states, subject, body, reply_to_id, written_at, written_by, people)
    values (${id}, ${c.eventId}, ${c.states}::text[], ${c.subject}, ${c.body}, ${c.replyToId}, ${at}, ${c.by}, ${c.people})`,
);

export const circularById = query(
  { eventId: col.uuid, states: col.texts, subject: col.text, body: col.text, replyToId: col.uuid.orNull, writerId: col.uuid.orNull, writer: col.text.orNull },
  (id: string) => sql`
    select c.event_id as "eventId", c.states, c.subject, c.body, c.reply_to_id as "replyToId", c.written_by as "writerId", p.name as "writer"
      from circular c
      left join person p on p.id = c.written_by
     where c.id = ${id}`,
);

/** What was written about an event, the latest first. */
export const circularsOf = query(
  { id: col.uuid, states: col.texts, subject: col.text, body: col.text, writtenAt: col.instant, writer: col.text.orNull, lang: col.text.orNull, people: col.int },
  (eventId: string) => sql`
    select c.id, c.states, c.subject, c.body, c.written_at as "writtenAt", p.name as "writer", p.name_lang as "lang", c.people
      from circular c
      left join person p on p.id = c.written_by
     where c.event_id = ${eventId}
     order by c.written_at desc, c.id`,
);

export const countCirculars = query({ count: col.big }, (eventId: string, since: Temporal.Instant) => sql`select count(*) from circular where event_id = ${eventId} and written_at > ${since}`);

export type WrittenCircular = Row<(typeof circularsOf)["columns"]>;
