/**
 * Everything that is kept about a person and is theirs to see, as they take it away. What others wrote about them, or keep from them (who declined
 * them, who asked to be hidden from them), is not theirs; test/person-columns.test.ts has the list, column by column.
 */
import { handlesOf } from "../people/handle.sql.ts";
import { profileOf } from "../people/profile.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Beside the profile itself: the account, for whom each part of the profile is, and what they wish for at meet-ups. */
const accountTaken = query(
  { id: col.uuid, locale: col.text, audiences: col.json<Record<string, string>>(), photoConsent: col.text.orNull, toBeMet: col.text.orNull, welcomes: col.texts, since: col.instant, leavesAt: col.instant.orNull },
  (personId: string) => sql`
    select p.id, p.locale, p.audiences, p.photo_consent as "photoConsent", p.to_be_met as "toBeMet", p.welcomes, a.created_at as "since", a.leaves_at as "leavesAt"
      from person p
      join account a on a.person_id = p.id
     where p.id = ${personId}`,
);

/** The photo itself goes as a file of its own. */
export const photoTaken = query({ words: col.text, addedAt: col.instant }, (personId: string) => sql`select words, added_at as "addedAt" from photo where person_id = ${personId}`);

export const pictureTaken = query({ bytes: col.bytes }, (personId: string) => sql`select large as "bytes" from photo where person_id = ${personId}`);

export const addressesTaken = query(
  { address: col.text, verifiedAt: col.instant.orNull, chosenAt: col.instant.orNull },
  (personId: string) => sql`select address, verified_at as "verifiedAt", chosen_at as "chosenAt" from email_address where person_id = ${personId} order by created_at, id`,
);

export const membershipsTaken = query(
  { organisation: col.text, unit: col.text, from: col.date, until: col.date.orNull, source: col.text },
  (personId: string) => sql`
    select root.name as "organisation", u.name as "unit", m.starts_on as "from", m.ends_on as "until", m.source
      from membership m
      join unit u on u.id = m.unit_id
      join unit root on root.id = u.organisation_id
     where m.person_id = ${personId}
     order by m.starts_on, root.name, u.name`,
);

export const organisingTaken = query(
  { organisation: col.text, unit: col.text, from: col.instant, until: col.instant.orNull },
  (personId: string) => sql`
    select root.name as "organisation", u.name as "unit", r.starts_at as "from", r.ends_at as "until"
      from organiser r
      join unit u on u.id = r.unit_id
      join unit root on root.id = u.organisation_id
     where r.person_id = ${personId}
     order by r.starts_at, r.id`,
);

export const joiningTaken = query(
  { organisation: col.text, unit: col.text, note: col.text, askedAt: col.instant, accepted: col.bool.orNull, withdrawnAt: col.instant.orNull },
  (personId: string) => sql`
    select root.name as "organisation", u.name as "unit", j.note, j.asked_at as "askedAt", j.accepted, j.withdrawn_at as "withdrawnAt"
      from join_request j
      join unit u on u.id = j.unit_id
      join unit root on root.id = u.organisation_id
     where j.person_id = ${personId}
     order by j.asked_at, j.id`,
);

export const answersTaken = query(
  {
    eventId: col.uuid,
    event: col.text,
    host: col.text,
    startsAt: col.instant,
    endsAt: col.instant,
    zone: col.text,
    place: col.text.orNull,
    sequence: col.int,
    createdAt: col.instant,
    updatedAt: col.instant,
    cancelledAt: col.instant.orNull,
    answer: col.word<"going" | "maybe" | "not_going" | "waitlisted" | "asked">(),
    from: col.instant.orNull,
    until: col.instant.orNull,
    isOnline: col.bool,
    guests: col.int,
    isUnlisted: col.bool,
    answeredAt: col.instant,
    changedAt: col.instant,
  },
  (personId: string) => sql`
    select e.id as "eventId", e.title as "event", u.name as "host", e.starts_at as "startsAt", e.ends_at as "endsAt", e.zone,
           case when e.place_for = 'everyone' or r.answer = 'going' then v.name else v.area end as "place", e.sequence, e.created_at as "createdAt", e.updated_at as "updatedAt", e.cancelled_at as "cancelledAt",
           r.answer, r.from_at as "from", r.until_at as "until", r.is_online as "isOnline", r.guests, r.is_unlisted as "isUnlisted", r.answered_at as "answeredAt", r.updated_at as "changedAt"
      from rsvp r
      join event e on e.id = r.event_id
      join unit u on u.id = e.unit_id
      left join venue v on v.id = e.venue_id
     where r.person_id = ${personId}
     order by e.starts_at, e.id`,
);

export const eventInvitationsTaken = query(
  { event: col.text, invitedAt: col.instant, withdrawnAt: col.instant.orNull },
  (personId: string) => sql`
    select e.title as "event", i.invited_at as "invitedAt", i.withdrawn_at as "withdrawnAt"
      from event_invitation i
      join event e on e.id = i.event_id
     where i.person_id = ${personId}
     order by i.invited_at, i.id`,
);

export const needsTaken = query(
  { event: col.text, words: col.text, toldAt: col.instant, outcome: col.text.orNull, reply: col.text },
  (personId: string) => sql`
    select e.title as "event", n.words, n.told_at as "toldAt", n.outcome, n.reply from need n join event e on e.id = n.event_id where n.person_id = ${personId} order by n.told_at, e.id`,
);

/** Being asked to meet newcomers or host a table, and offering it. */
export const welcomingTaken = query(
  { event: col.text, kind: col.text, offeredAt: col.instant.orNull, askedAt: col.instant.orNull, note: col.text, agreedAt: col.instant.orNull, declinedAt: col.instant.orNull, isShown: col.bool },
  (personId: string) => sql`
    select e.title as "event", w.kind, w.offered_at as "offeredAt", w.asked_at as "askedAt", w.note, w.agreed_at as "agreedAt", w.declined_at as "declinedAt", w.is_shown as "isShown"
      from welcoming w join event e on e.id = w.event_id where w.person_id = ${personId} order by e.starts_at, e.id, w.kind`,
);

export const questionsTaken = query(
  { event: col.text, question: col.text, purpose: col.text, said: col.texts, answeredAt: col.instant },
  (personId: string) => sql`
    select e.title as "event", q.words as "question", q.purpose, a.said, a.answered_at as "answeredAt"
      from question_answer a
      join event_question q on q.id = a.question_id
      join event e on e.id = q.event_id
     where a.person_id = ${personId}
     order by a.answered_at, q.id`,
);

export const messagesTaken = query(
  { event: col.text.orNull, sentAt: col.instant, editedAt: col.instant.orNull, body: col.text },
  (personId: string) => sql`
    select e.title as "event", m.sent_at as "sentAt", m.edited_at as "editedAt", m.body
      from message m
      join conversation c on c.id = m.conversation_id
      left join event e on e.id = c.event_id
     where m.author_id = ${personId} and m.deleted_at is null
     order by m.sent_at, m.id`,
);

/** Whether they came, whoever says so. */
export const presenceTaken = query(
  { event: col.text, came: col.bool, saidBy: col.text, at: col.instant },
  (personId: string) => sql`
    select e.title as "event", a.came, a.said_by as "saidBy", a.noted_at as "at" from attendance a join event e on e.id = a.event_id where a.person_id = ${personId} order by a.noted_at, e.id`,
);

/** Letters that they wrote for those who organise a meet-up; those of thanks have no subject of their own. */
export const circularsTaken = query(
  { event: col.text, writtenAt: col.instant, subject: col.text, body: col.text },
  (personId: string) => sql`
    select e.title as "event", c.written_at as "writtenAt", c.subject, c.body from circular c join event e on e.id = c.event_id where c.written_by = ${personId}
    union all
    select e.title, t.decided_at, '', t.body from thanks t join event e on e.id = t.event_id where t.decided_by = ${personId}
    order by 2, 1`,
);

/** Those who said yes, and those who were asked and have not answered; whoever declined stays private. */
export const connectionsTaken = query(
  { name: col.text, handle: col.text.orNull, since: col.instant.orNull, askedAt: col.instant, askedByMe: col.bool },
  (personId: string) => sql`
    select p.name, p.known_by as "handle", c.accepted_at as "since", c.asked_at as "askedAt", c.asker_id = ${personId} as "askedByMe"
      from connection c
      join person p on p.id = case when c.asker_id = ${personId} then c.asked_id else c.asker_id end
     where (c.asker_id = ${personId} or c.asked_id = ${personId})
       and c.ended_at is null
       and p.hidden_at is null
       and (c.accepted_at is not null or c.asker_id = ${personId})
     order by c.asked_at, p.id`,
);

/** Whom they have muted or blocked; not who did so to them. */
export const hiddenTaken = query(
  { name: col.text, kind: col.text, since: col.instant },
  (personId: string) => sql`
    select p.name, h.kind as "kind", h.since_at as "since" from hiding h join person p on p.id = h.other_id where h.person_id = ${personId} order by 3, p.id`,
);

export const announcementsTaken = query(
  { event: col.text, toldAt: col.instant, by: col.text },
  (personId: string) => sql`
    select e.title as "event", a.told_at as "toldAt", a.by from announcement a join event e on e.id = a.event_id where a.person_id = ${personId} order by a.told_at, e.id`,
);

export const choicesTaken = query(
  { network: col.text.orNull, choice: col.text, chosenAt: col.instant },
  (personId: string) => sql`
    select u.name as "network", c.choice, c.chosen_at as "chosenAt"
      from announcement_choice c
      left join unit u on u.id = c.unit_id
     where c.person_id = ${personId}
     order by c.chosen_at, u.name`,
);

export const lettersTaken = query(
  { to: col.text, subject: col.text, writtenAt: col.instant, sentAt: col.instant.orNull },
  (personId: string) => sql`
    select to_address as "to", subject, created_at as "writtenAt", sent_at as "sentAt" from letter where person_id = ${personId} order by created_at, id`,
);

export const sessionsTaken = query(
  { device: col.text, from: col.instant, lastSeenAt: col.instant },
  (personId: string) => sql`
    select device, created_at as "from", last_seen_at as "lastSeenAt" from session where person_id = ${personId} order by created_at, id`,
);

export const passkeysTaken = query(
  { name: col.text, addedAt: col.instant, lastUsedAt: col.instant.orNull },
  (personId: string) => sql`
    select name, created_at as "addedAt", last_used_at as "lastUsedAt" from passkey where person_id = ${personId} order by created_at`,
);

/** What they did and what was done to them, as the log has it: what, when, and where. */
export const historyTaken = query(
  { at: col.instant, what: col.text, event: col.text.orNull, unit: col.text.orNull },
  (personId: string) => sql`
    select c.at, c.kind as "what", e.title as "event", u.name as "unit"
      from change c
      left join event e on e.id = c.event_id
      left join unit u on u.id = c.unit_id
     where c.by_person_id = ${personId}
     order by c.at, c.id`,
);

export type Everything = Awaited<ReturnType<typeof everythingOf>>;

/** All of it, or null where there is no such account. */
export async function everythingOf(db: Db, personId: string) {
  const account = await accountTaken.maybe(db, personId);
  if (!account) return null;
  const profile = { ...(await profileOf.one(db, personId)), ...account, photo: await photoTaken.maybe(db, personId) };
  const [addresses, handles, memberships, organising, joining, answers, questions, needs, eventInvitations, messages, circulars, presence, welcoming] = await Promise.all([
    addressesTaken.many(db, personId),
    handlesOf.many(db, personId),
    membershipsTaken.many(db, personId),
    organisingTaken.many(db, personId),
    joiningTaken.many(db, personId),
    answersTaken.many(db, personId),
    questionsTaken.many(db, personId),
    needsTaken.many(db, personId),
    eventInvitationsTaken.many(db, personId),
    messagesTaken.many(db, personId),
    circularsTaken.many(db, personId),
    presenceTaken.many(db, personId),
    welcomingTaken.many(db, personId),
  ]);
  const [connections, hidden, announcements, announcementChoices, letters, sessions, passkeys, history] = await Promise.all([
    connectionsTaken.many(db, personId),
    hiddenTaken.many(db, personId),
    announcementsTaken.many(db, personId),
    choicesTaken.many(db, personId),
    lettersTaken.many(db, personId),
    sessionsTaken.many(db, personId),
    passkeysTaken.many(db, personId),
    historyTaken.many(db, personId),
  ]);
  return { profile, addresses, handles, memberships, organising, joining, answers, questions, needs, eventInvitations, messages, circulars, presence, welcoming, connections, hidden, announcements, announcementChoices, letters, sessions, passkeys, history };
}
