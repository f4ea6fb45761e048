/** The letter of thanks: nobody's unless an organiser says so, once, to those who were there. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { lettersTo } from "../../test/letters.ts";
import { assertValid } from "../../test/look/valid.ts";
import { everythingOf } from "../leaving/takeaway.sql.ts";
import { thanksLeave } from "./thanks.ts";
import { thankThoseWhoCame } from "./thanks.jobs.ts";

test("at nine where it was, after six hours of sleep and within a day and six hours", () => {
  const zone = fc.constantFrom("Europe/London", "Asia/Tokyo", "America/St_Johns", "Pacific/Auckland");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 800 }), zone, (minutes, zone) => {
      const endsAt = Temporal.Instant.from("2025-01-01T00:00Z").add({ minutes });
      const leaves = thanksLeave({ endsAt, zone });
      const hours = leaves.since(endsAt).total("hours");
      assert.equal(leaves.toZonedDateTimeISO(zone).toPlainTime().toString(), "09:00:00");
      assert.ok(hours >= 6 && hours <= 31, `${hours}`);
    }),
  );
});

test("prepared; it goes the morning after if they say so, and until then it can be changed and stopped", async () => {
  const { house, as, cast, work, at } = await fresh();
  const { gwen, nell, tomasz, hal, idris } = cast;
  const event = await addMeetUp(house, cast);
  const path = `${event.path}/thanks`;
  await event.answers("going", nell, tomasz, hal, idris);
  await event.answers("maybe", cast.samir);
  await ask(house, "insert into letters_stopped (event_id, person_id, stopped_at) values ($1, $2, $3)", [event.id, hal.id, house.clock.now().toString()]);
  assert.equal((await as(nell).get(path)).status, 404);

  const blank = (await as(gwen).get(path)).text;
  assertValid(blank);
  assert.match(blank, /does not go unless you say so[^]*Thank you for coming to Summer meet-up[^]*Let it go on Friday 10 July[^]*just now 3 people/);
  const morning = at("2026-07-10T08:02:00Z");
  const none = async (why: string) => {
    await work();
    assert.deepEqual((await ask(house, "select id from letter where kind = 'thanks'")).rows, [], why);
  };
  await thankThoseWhoCame(morning);
  await none("nobody has said so");
  const wrong = await as(gwen).post(path, { body: "x".repeat(4001), do: "send" });
  assert.ok(wrong.status === 422 && wrong.text.includes("x".repeat(4001)));
  await as(gwen).post(path, { body: "Dear all, it was lovely.", do: "send" });
  assert.match((await as(idris).get(path)).text, /It goes on Friday 10 July/);
  await as(idris).post(path, { body: "Dear all, it was lovely.", do: "keep" });
  await thankThoseWhoCame(morning);
  await none("stopped");
  await as(gwen).post(path, { body: "It was lovely.\n\nCome again.", do: "send" });
  await thankThoseWhoCame(at("2026-07-10T07:02:00Z"));
  await none("too early in the morning");

  await ask(house, "insert into attendance (event_id, person_id, said_by, came, noted_at) values ($1, $2, 'organiser', false, $3)", [event.id, idris.id, house.clock.now().toString()]);
  for (const _ of [1, 2]) await thankThoseWhoCame(morning);
  await work();
  const [toNell, ...more] = await lettersTo(house, nell.address);
  assert.deepEqual(more, []);
  assert.match(toNell!.text, /It was lovely\.[^]*Come again\.[^]*Those who organise it at East Anglia[^]*how it was:\n[^]*See who was there:\n[^]*\/people/);
  const { rows } = await ask(house, "select person_id from letter where kind = 'thanks' order by person_id");
  assert.deepEqual(rows.map((row) => row.person_id), [nell.id, tomasz.id].toSorted(), "not who was absent, may have come, or wants no letters");

  const left = (await as(gwen).get(path)).text;
  assert.match(left, /It went to 2 people[^]*Come again\./);
  await as(gwen).post(path, { body: "Once more", do: "send" });
  assert.match((await as(gwen).get(path)).text, /Come again\./, "what has left has left");
  assert.deepEqual((await everythingOf(house.db, gwen.id))!.circulars.map(({ body }) => body), ["It was lovely.\n\nCome again."]);
});
