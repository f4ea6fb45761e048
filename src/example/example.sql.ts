import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import type { Command } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import { TABLES } from "./rows.ts";

/** One insert a table; the columns are those of the first row, named here because a generated column takes no value. */
const INSERTS: Record<(typeof TABLES)[number], (rows: string) => Sql> = {
  person: (rows) => sql`
    insert into person (id, name, name_lang, latin_name, pronouns, talk_about, languages, home_area, employer, about, zone, locale, known_by, line, imported_at, imported_by_unit, invited_at, claimed_at, created_at, updated_at, photo_consent)
    select id, name, name_lang, latin_name, pronouns, talk_about, languages, home_area, employer, about, zone, locale, known_by, line, imported_at, null, invited_at, claimed_at, created_at, updated_at, photo_consent
      from jsonb_populate_recordset(null::person, ${rows}::jsonb)`,
  email_address: (rows) => sql`insert into email_address select * from jsonb_populate_recordset(null::email_address, ${rows}::jsonb)`,
  account: (rows) => sql`insert into account select * from jsonb_populate_recordset(null::account, ${rows}::jsonb)`,
  handle: (rows) => sql`insert into handle (id, person_id, network, value, is_known_by, position, verified_at, looked_at, created_at) select id, person_id, network, value, is_known_by, position, verified_at, looked_at, created_at from jsonb_populate_recordset(null::handle, ${rows}::jsonb)`,
  organisation: (rows) => sql`insert into organisation (id, code, line, website, mailbox, zone, online_only, created_at) select id, code, line, website, mailbox, zone, online_only, created_at from jsonb_populate_recordset(null::organisation, ${rows}::jsonb)`,
  unit: (rows) => sql`
    insert into unit (id, organisation_id, parent_id, kind, slug, name, summary, about, area, join_policy, position, path, member_count, created_at, closed_at)
    select id, organisation_id, parent_id, kind, slug, name, summary, about, area, join_policy, position, path, member_count, created_at, closed_at
      from jsonb_populate_recordset(null::unit, ${rows}::jsonb)`,
  membership: (rows) => sql`
    insert into membership (id, person_id, unit_id, starts_on, ends_on, source, created_at)
    select id, person_id, unit_id, starts_on, ends_on, source, created_at from jsonb_populate_recordset(null::membership, ${rows}::jsonb)`,
  organiser: (rows) => sql`insert into organiser (id, person_id, unit_id, starts_at, ends_at, appointed_by) select id, person_id, unit_id, starts_at, ends_at, appointed_by from jsonb_populate_recordset(null::organiser, ${rows}::jsonb)`,
  conduct: (rows) => sql`insert into conduct select * from jsonb_populate_recordset(null::conduct, ${rows}::jsonb)`,
  join_request: (rows) => sql`
    insert into join_request (id, person_id, unit_id, note, asked_at, answered_at, answered_by, accepted, withdrawn_at)
    select id, person_id, unit_id, note, asked_at, answered_at, answered_by, accepted, withdrawn_at from jsonb_populate_recordset(null::join_request, ${rows}::jsonb)`,
  connection: (rows) => sql`
    insert into connection (asker_id, asked_id, asked_at, accepted_at, declined_at, ended_at, note)
    select asker_id, asked_id, asked_at, accepted_at, declined_at, ended_at, note from jsonb_populate_recordset(null::connection, ${rows}::jsonb)`,
  venue: (rows) => sql`
    insert into venue (id, organisation_id, name, address, area, directions, step_free, lift_cm, hearing, quiet_room, toilets, transport, confirmed_by, confirmed_on, offered_at, created_at, updated_at)
    select id, organisation_id, name, address, area, directions, step_free, lift_cm, hearing, quiet_room, toilets, transport, confirmed_by, confirmed_on, offered_at, created_at, updated_at
      from jsonb_populate_recordset(null::venue, ${rows}::jsonb)`,
  event: (rows) => sql`
    insert into event (id, unit_id, title, summary, about, notes, zone, starts_at, ends_at, doors_at, answer_by, conversation_opens_at, venue_id, online_url, capacity, online_capacity, guests_each, held_back, offer_hours, cost, food, photo_policy, icebreaker,
                       created_by, created_at, updated_at, published_at, cancelled_at, cancelled_by, cancelled_reason, is_postponed, sequence, next_place, going_count, maybe_count, waiting_count, online_count, guest_count, question_count)
    select id, unit_id, title, summary, about, notes, zone, starts_at, ends_at, doors_at, answer_by, conversation_opens_at, venue_id, online_url, capacity, online_capacity, guests_each, held_back, offer_hours, cost, food, photo_policy, icebreaker,
           created_by, created_at, updated_at, published_at, cancelled_at, cancelled_by, cancelled_reason, is_postponed, sequence, next_place, going_count, maybe_count, waiting_count, online_count, guest_count, question_count
      from jsonb_populate_recordset(null::event, ${rows}::jsonb)`,
  event_host: (rows) => sql`insert into event_host (id, event_id, unit_id, asked_by, asked_at, accepted_by, accepted_at) select id, event_id, unit_id, asked_by, asked_at, accepted_by, accepted_at from jsonb_populate_recordset(null::event_host, ${rows}::jsonb)`,
  rsvp: (rows) => sql`
    insert into rsvp (event_id, person_id, answer, from_at, until_at, place_no, is_unlisted, is_online, guests, answered_at, updated_at)
    select event_id, person_id, answer, from_at, until_at, place_no, is_unlisted, is_online, guests, answered_at, updated_at from jsonb_populate_recordset(null::rsvp, ${rows}::jsonb)`,
  attendance: (rows) => sql`insert into attendance (event_id, person_id, said_by, came, noted_at, noted_by) select event_id, person_id, said_by, came, noted_at, noted_by from jsonb_populate_recordset(null::attendance, ${rows}::jsonb)`,
  walk_ins: (rows) => sql`insert into walk_ins (event_id, people) select event_id, people from jsonb_populate_recordset(null::walk_ins, ${rows}::jsonb)`,
  feedback: (rows) => sql`insert into feedback (id, event_id, nth, how, keep, change) select id, event_id, nth, how, keep, change from jsonb_populate_recordset(null::feedback, ${rows}::jsonb)`,
  feedback_given: (rows) => sql`insert into feedback_given (event_id, person_id) select event_id, person_id from jsonb_populate_recordset(null::feedback_given, ${rows}::jsonb)`,
  circular: (rows) => sql`
    insert into circular (id, event_id, states, subject, body, written_at, written_by, people)
    select id, event_id, states, subject, body, written_at, written_by, people from jsonb_populate_recordset(null::circular, ${rows}::jsonb)`,
  event_question: (rows) => sql`insert into event_question (id, event_id, nth, kind, words, purpose, options, is_required) select id, event_id, nth, kind, words, purpose, options, is_required from jsonb_populate_recordset(null::event_question, ${rows}::jsonb)`,
  question_answer: (rows) => sql`insert into question_answer select * from jsonb_populate_recordset(null::question_answer, ${rows}::jsonb)`,
  thanks: (rows) => sql`insert into thanks select * from jsonb_populate_recordset(null::thanks, ${rows}::jsonb)`,
  welcoming: (rows) => sql`insert into welcoming select * from jsonb_populate_recordset(null::welcoming, ${rows}::jsonb)`,
  need: (rows) => sql`insert into need select * from jsonb_populate_recordset(null::need, ${rows}::jsonb)`,
  announcement: (rows) => sql`insert into announcement (event_id, person_id, told_at, by) select event_id, person_id, told_at, by from jsonb_populate_recordset(null::announcement, ${rows}::jsonb)`,
  conversation: (rows) => sql`insert into conversation (id, event_id, message_count, revision, created_at) select id, event_id, message_count, message_count, created_at from jsonb_populate_recordset(null::conversation, ${rows}::jsonb)`,
  message: (rows) => sql`
    insert into message (id, conversation_id, number, revision, author_id, body, once, sent_at)
    select id, conversation_id, number, revision, author_id, body, once, sent_at from jsonb_populate_recordset(null::message, ${rows}::jsonb)`,
  conversation_reading: (rows) => sql`
    insert into conversation_reading (conversation_id, person_id, last_number, read_at)
    select conversation_id, person_id, last_number, read_at from jsonb_populate_recordset(null::conversation_reading, ${rows}::jsonb)`,
  announcement_choice: (rows) => sql`
    insert into announcement_choice (person_id, unit_id, choice, chosen_at) select person_id, unit_id, choice, chosen_at from jsonb_populate_recordset(null::announcement_choice, ${rows}::jsonb)`,
};

export const insertRows = Object.fromEntries(TABLES.map((table) => [table, command(INSERTS[table])])) as Record<(typeof TABLES)[number], Command<[string]>>;

/** People refer to the unit that imported them, and units to nobody: this closes the circle. */
export const setImportedBy = command((personIds: string[], unitId: string) => sql`update person set imported_by_unit = ${unitId} where id = any(${personIds}::uuid[])`);

export const anyOrganisation = query({ id: col.uuid }, () => sql`select id from organisation limit 1`);

export const insertExampleLink = command(
  (tokenHash: Buffer, address: string, now: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    insert into sign_in_link (token_hash, address, next_path, created_at, expires_at) values (${tokenHash}, ${address}, '/', ${now}, ${expiresAt})`,
);
