import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import type { Outcome } from "./need.ts";

const needColumns = { words: col.text, answerBy: col.date, outcome: col.word<Outcome>().orNull, reply: col.text };
const needFields = sql`n.words, n.answer_by as "answerBy", n.outcome, n.reply`;

/** What one person has told; for themselves. */
export const needOf = query(needColumns, (eventId: string, personId: string | null) => sql`select ${needFields} from need n where n.event_id = ${eventId} and n.person_id = ${personId}`);

/** Of those who still come, the longest waiting first. For the event's organisers: the caller must have made sure. */
export const needsOf = query(
  { ...needColumns, personId: col.uuid, name: col.text, lang: col.text.orNull, handle: col.text.orNull, line: { ...col.int, type: undefined as unknown as Line }, answeredByName: col.text.orNull },
  (eventId: string) => sql`
    select ${needFields}, p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line, by.name as "answeredByName"
      from need n
      join rsvp r on r.event_id = n.event_id and r.person_id = n.person_id and r.answer = 'going'
      join person p on p.id = n.person_id
      left join person by on by.id = n.answered_by
     where n.event_id = ${eventId}
     order by n.outcome is not null, n.answer_by, n.told_at, p.id`,
);

/** How many there are, and how many wait for an answer. */
export const countNeeds = query(
  { all: col.big, open: col.big, answerBy: col.date.orNull },
  (eventId: string) => sql`
    select count(*) as "all", count(*) filter (where n.outcome is null) as "open", min(n.answer_by) filter (where n.outcome is null) as "answerBy"
      from need n
      join rsvp r on r.event_id = n.event_id and r.person_id = n.person_id and r.answer = 'going'
     where n.event_id = ${eventId}`,
);

/** Touches no row where nothing has changed, or where they do not come. New words ask anew; what was answered before stays to be read. */
export const tellNeed = command(
  (eventId: string, personId: string, words: string, answerBy: Temporal.PlainDate, at: Temporal.Instant) => sql`
    insert into need (event_id, person_id, words, told_at, answer_by)
    select r.event_id, r.person_id, ${words}, ${at}, ${answerBy} from rsvp r where r.event_id = ${eventId} and r.person_id = ${personId} and r.answer = 'going'
    on conflict (event_id, person_id) do update
       set words = excluded.words, told_at = excluded.told_at, answer_by = excluded.answer_by, outcome = null, answered_at = null, answered_by = null
     where need.words <> excluded.words`,
);

export const takeBackNeed = command((eventId: string, personId: string) => sql`delete from need where event_id = ${eventId} and person_id = ${personId}`);

export const answerNeed = command(
  (eventId: string, personId: string, outcome: Outcome, reply: string, by: string, at: Temporal.Instant) => sql`
    update need n
       set outcome = ${outcome}, reply = ${reply}, answered_at = ${at}, answered_by = ${by}
      from rsvp r
     where n.event_id = ${eventId} and n.person_id = ${personId}
       and r.event_id = n.event_id and r.person_id = n.person_id and r.answer = 'going'`,
);

export const forgetNeeds = command((endedBefore: Temporal.Instant) => sql`delete from need n using event e where e.id = n.event_id and e.ends_at < ${endedBefore}`);

/** For the letter: that there is an answer, and where to write. */
export const needToTell = query(
  { outcome: col.word<Outcome>().orNull, answeredAt: col.instant.orNull, address: col.text, zone: col.text, locale: col.text },
  (eventId: string, personId: string) => sql`
    select n.outcome, n.answered_at as "answeredAt", mail.address, p.zone, p.locale
      from need n
      join person p on p.id = n.person_id and p.claimed_at is not null
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where n.event_id = ${eventId} and n.person_id = ${personId}`,
);

export type NeedRow = Row<(typeof needsOf)["columns"]>;
