import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Question, QuestionKind } from "./question.ts";

const columns = { id: col.uuid, kind: col.word<QuestionKind>(), words: col.text, purpose: col.text, options: col.texts, isRequired: col.bool };
const fields = sql`q.id, q.kind, q.words, q.purpose, q.options, q.is_required as "isRequired"`;

/** What is asked now, with what this person has answered. For whoever may answer: the caller must have made sure. */
export const questionsFor = query(
  { ...columns, said: col.texts.orNull },
  (eventId: string, personId: string | null) => sql`
    select ${fields}, a.said
      from event_question q
      left join question_answer a on a.question_id = q.id and a.person_id = ${personId}
     where q.event_id = ${eventId} and q.stopped_at is null
     order by q.nth`,
);

/** All, the ones asked now first. For those who organise it: the caller must have made sure. */
export const questionsOf = query(
  { ...columns, isStopped: col.bool },
  (eventId: string) => sql`
    select ${fields}, q.stopped_at is not null as "isStopped" from event_question q where q.event_id = ${eventId} order by q.stopped_at is not null, q.nth`,
);

/** The same, with how many have answered each, whatever else they have said since. */
export const questionsAnswered = query(
  { ...columns, isStopped: col.bool, answered: col.big },
  (eventId: string) => sql`
    select ${fields}, q.stopped_at is not null as "isStopped", (select count(*) from question_answer a where a.question_id = q.id) as "answered"
      from event_question q
     where q.event_id = ${eventId}
     order by q.stopped_at is not null, q.nth`,
);

/** Who has said no, or maybe, is in no list of answers. */
const stillIn = sql`r.answer in ('going', 'waitlisted', 'asked') and r.declined_at is null`;

/** What these people have answered. */
export const sayingsOf = query(
  { personId: col.uuid, questionId: col.uuid, said: col.texts },
  (eventId: string, personIds: string[]) => sql`
    select a.person_id as "personId", a.question_id as "questionId", a.said
      from event_question q
      join question_answer a on a.question_id = q.id and a.person_id = any(${personIds}::uuid[])
      join rsvp r on r.event_id = q.event_id and r.person_id = a.person_id and ${stillIn}
     where q.event_id = ${eventId}`,
);

/** Of those coming: how many answered each question, and how often each option was chosen. */
export const sumsOf = query(
  { questionId: col.uuid, people: col.big, options: col.json<Record<string, number>>() },
  (eventId: string) => sql`
    with coming as materialized (
      select q.id, a.said, q.kind
        from event_question q
        join question_answer a on a.question_id = q.id
        join rsvp r on r.event_id = q.event_id and r.person_id = a.person_id and r.answer = 'going'
       where q.event_id = ${eventId}
    )
    select c.id as "questionId", count(*) as "people",
           (select coalesce(jsonb_object_agg(each.option, each.times), '{}')
              from (select option, count(*) as times from coming o, unnest(o.said) as option where o.id = c.id and o.kind <> 'text' group by option) each) as "options"
      from coming c
     group by c.id`,
);

/** Touches no row where it is what they had said, or where it is no question of this event that is asked now. */
export const saveSaying = command(
  (eventId: string, personId: string, questionId: string, said: readonly string[], at: Temporal.Instant) => sql`
    insert into question_answer (question_id, person_id, said, answered_at)
    select q.id, ${personId}, ${said}::text[], ${at} from event_question q where q.id = ${questionId} and q.event_id = ${eventId} and q.stopped_at is null
    on conflict (question_id, person_id) do update set said = excluded.said, answered_at = excluded.answered_at where question_answer.said <> excluded.said`,
);

export const takeBackSaying = command(
  (eventId: string, personId: string, questionId: string) => sql`
    delete from question_answer a using event_question q
     where q.id = a.question_id and q.event_id = ${eventId} and q.stopped_at is null and a.question_id = ${questionId} and a.person_id = ${personId}`,
);

type New = Omit<Question, "id">;

export const insertQuestion = command(
  (eventId: string, q: New) => sql`
    insert into event_question (event_id, nth, kind, words, purpose, options, is_required)
    select ${eventId}, 1 + coalesce(max(nth), 0), ${q.kind}, ${q.words}, ${q.purpose}, ${q.options}::text[], ${q.isRequired} from event_question where event_id = ${eventId}`,
);

export const updateQuestion = command(
  (id: string, q: New) => sql`
    update event_question set kind = ${q.kind}, words = ${q.words}, purpose = ${q.purpose}, options = ${q.options}::text[], is_required = ${q.isRequired}
     where id = ${id} and (kind, words, purpose, options, is_required) is distinct from (${q.kind}, ${q.words}, ${q.purpose}, ${q.options}::text[], ${q.isRequired}::boolean)`,
);

export const requireQuestion = command((id: string, isRequired: boolean) => sql`update event_question set is_required = ${isRequired} where id = ${id} and is_required <> ${isRequired}`);
export const stopQuestion = command((id: string, at: Temporal.Instant) => sql`update event_question set stopped_at = ${at} where id = ${id} and stopped_at is null`);
export const deleteQuestion = command((id: string) => sql`delete from event_question where id = ${id}`);

export const countQuestions = command(
  (eventId: string) => sql`
    update event set question_count = (select count(*) from event_question q where q.event_id = event.id and q.stopped_at is null), version = version + 1 where id = ${eventId}`,
);

export const forgetSayings = command(
  (endedBefore: Temporal.Instant) => sql`
    delete from question_answer a using event_question q, event e where q.id = a.question_id and e.id = q.event_id and e.ends_at < ${endedBefore}`,
);

export type AnsweredQuestion = Row<(typeof questionsAnswered)["columns"]>;
export type QuestionOfEvent = Row<(typeof questionsOf)["columns"]>;
export type QuestionSum = Row<(typeof sumsOf)["columns"]>;
