/** Each place of the schema that points at a person, and whether it is in what they take away. A new one has to be decided here. */
import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "./event.ts";
import { fresh } from "./fresh.ts";
import { ABOUT_NOBODY, KEPT } from "../src/server/privacy.ts";

/** taken: in takeaway.sql.ts. theirs: it says what somebody else did, or keeps to themselves. nothing: it holds nothing that the rest does not say. */
const DECIDED: Record<string, string> = {
  "account.person_id": "taken",
  "address_link.person_id": "nothing: a day old at most",
  "announcement.person_id": "taken",
  "announcement_choice.person_id": "taken",
  "attendance.noted_by": "nothing: in the history",
  "attendance.person_id": "taken",
  "circular.written_by": "taken",
  "connection.asked_id": "taken",
  "connection.asker_id": "taken",
  "conversation_reading.person_id": "nothing: how far they have read",
  "email_address.person_id": "taken",
  "event.cancelled_by": "nothing: in the history",
  "conduct.contact_id": "nothing: an office, named on the organisation's page",
  "event.created_by": "nothing: in the history",
  "event_duty.ended_by": "nothing: in the history",
  "event_duty.given_by": "nothing: in the history",
  "event_duty.person_id": "nothing: work for others, over two weeks after the event",
  "event_host.accepted_by": "nothing: in the history",
  "event_host.asked_by": "nothing: in the history",
  "event_host.ended_by": "nothing: in the history",
  "event_invitation.invited_by": "nothing: in the history",
  "event_invitation.person_id": "taken",
  "feedback_given.person_id": "nothing: that they answered; what they answered is kept without them",
  "guest_browser.person_id": "nothing: a browser that the letters' links work in",
  "handle.person_id": "taken",
  "hiding.other_id": "theirs: who muted or blocked them",
  "hiding.person_id": "taken",
  "invitation.invited_by": "nothing: in the history",
  "invitation.person_id": "nothing: an imported row, before anybody claimed it",
  "join_request.answered_by": "nothing: in the history",
  "join_request.person_id": "taken",
  "letter.person_id": "taken",
  "letters_stopped.person_id": "nothing: the letters that did not come",
  "listing.person_id": "nothing: an organisation's own list",
  "member_import.by_person_id": "nothing: in the history",
  "membership.person_id": "taken",
  "message.author_id": "taken",
  "message.deleted_by": "nothing: in the history",
  "need.answered_by": "theirs: an organiser's part",
  "need.person_id": "taken",
  "organisation_request.person_id": "nothing: in the history",
  "organiser.appointed_by": "nothing: in the history",
  "organiser.person_id": "taken",
  "passkey.person_id": "taken",
  "passkey_challenge.person_id": "nothing: minutes old at most",
  "person.merged_into_id": "nothing: an emptied row",
  "photo.person_id": "taken",
  "question_answer.person_id": "taken",
  "report.person_id": "theirs: who reported them",
  "report.reporter_id": "nothing: in the history",
  "report.settled_by": "theirs: an organiser's part",
  "rsvp.person_id": "taken",
  "sanction.answered_by": "theirs: an organiser's part",
  "sanction.ended_by": "theirs: an organiser's part",
  "sanction.person_id": "nothing: they have the letter with the reason",
  "sanction.set_by": "theirs: an organiser's part",
  "server_announcement.created_by": "nothing: in the history",
  "session.person_id": "taken",
  "way_back.person_id": "nothing: links that went to addresses of theirs",
  "welcoming.asked_by": "theirs: an organiser's part",
  "welcoming.person_id": "taken",
  "thanks.decided_by": "taken",
  "venue.confirmed_by": "nothing: in the history",
};

test("every place that points at a person has been decided", async () => {
  const { house } = await fresh({ cast: false });
  const { rows } = await ask(
    house,
    `select c.conrelid::regclass || '.' || a.attname as place
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'person'::regclass
      order by 1`,
  );
  assert.deepEqual(rows.map((row) => row.place).filter((place) => !DECIDED[place]), []);
});

test("the privacy notice names every table that says something about somebody (else: src/server/privacy.ts)", async () => {
  const { house } = await fresh({ cast: false });
  const { rows } = await ask(
    house,
    `select c.relname as name,
            exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'person'::regclass)
            or exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                          and (a.atttypid = 'citext'::regtype or a.attname ~ '(person|address|author|reporter)')) as "isAboutSomebody"
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      order by 1`,
  );
  const kept = KEPT.flatMap(({ tables }) => tables);
  assert.deepEqual(rows.filter(({ name, isAboutSomebody }) => isAboutSomebody && !kept.includes(name)).map(({ name }) => name), []);
  assert.deepEqual([...kept, ...ABOUT_NOBODY].filter((name) => !rows.some((row) => row.name === name)), [], "no table that is not there");
});
