/** An organisation's own mailbox: on its page, and where replies to its letters go. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { formIn } from "../../test/form-in.ts";
import { fresh } from "../../test/fresh.ts";
import { weeklyLetters } from "../notifications/announcement.jobs.ts";
import type { Outgoing } from "../platform/mail/smtp.ts";

test("set by its organisers; letters about its meet-ups are answered there, and a weekly letter only if all in it are its own", async () => {
  const { house, as, cast, work, at } = await fresh();
  const { nell, idris, tomasz } = cast;
  const edit = "/organisations/library-guild/edit";
  const form = formIn((await as(idris).get(edit)).text);
  const wrong = await as(idris).post(edit, { ...form, mailbox: "hello at guild" });
  assert.ok(wrong.status === 422 && /Give an e-mail address[^]*hello at guild/.test(wrong.text));
  await as(idris).post(edit, { ...form, mailbox: "hello@guild.example" });
  assert.match((await as(null).get("/organisations/library-guild")).text, /mailto:hello@guild\.example/);

  const now = house.clock.now().toString();
  await ask(house, "insert into conduct (organisation_id, words, contact_address, updated_at) values ($1, 'Be kind', 'safe@guild.example', $2)", [cast.tlg.id, now]);
  const tea = await addMeetUp(house, cast, { title: "Tea", starts_at: "2026-07-30T16:30Z", ends_at: "2026-07-30T19:00Z" });
  const talk = await addMeetUp(house, cast, { title: "Talk", unit_id: cast.flc.id, venue_id: null, online_url: "https://meet.example", starts_at: "2026-07-31T16:30Z", ends_at: "2026-07-31T19:00Z" });
  for (const [person, event] of [[nell, tea], [nell, talk], [tomasz, tea]] as const) await ask(house, "insert into announcement (event_id, person_id, told_at, by, is_waiting) values ($1, $2, $3, 'weekly', true)", [event.id, person.id, now]);
  await tea.answers("going", idris);
  await as(cast.gwen).post(`${tea.path}/cancellation`, { reason: "" });
  const sent: Outgoing[] = [];
  const post = { send: async (letter: Outgoing) => void sent.push(letter), close: () => {} };
  await work(post);
  assert.deepEqual(sent.map(({ toAddress, replyTo }) => [toAddress, replyTo]), [[idris.address, "hello@guild.example"]]);
  assert.match(sent[0]!.text, /A reply to this letter reaches The Library Guild/);

  await tea.set({ cancelled_at: null, cancelled_by: null });
  sent.length = 0;
  await weeklyLetters(at("2026-07-13T06:00:00Z"));
  await work(post);
  const weekly = Object.fromEntries(sent.map((letter) => [letter.toAddress, letter]));
  assert.equal(weekly[tomasz.address]!.replyTo, "hello@guild.example");
  assert.equal(weekly[nell.address]!.replyTo, null, "of two organisations");
  for (const { text } of sent) assert.match(text, /safe@guild\.example/, "whom to turn to, as in every letter about a meet-up");
  assert.equal(weekly[nell.address]!.text.match(/safe@guild/g)!.length, 1);
});
