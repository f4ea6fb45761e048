import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { bring } from "../../test/bring.ts";
import { ask } from "../../test/event.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import { eraseUnclaimedJob } from "./unclaimed.jobs.ts";
import { TOLD_DAYS, UNCLAIMED_MONTHS, unclaimedDue } from "./unclaimed.ts";

test("nobody is erased before the year is over, nor less than a month after the organisers were told", () => {
  const today = fc.date({ min: new Date("2024-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
  fc.assert(
    fc.property(today, (day) => {
      const { namedBefore, erasesOn } = unclaimedDue(day);
      assert.equal(day.until(erasesOn).days, TOLD_DAYS);
      const lastNamed = namedBefore.subtract({ days: 1 });
      assert.ok(Temporal.PlainDate.compare(lastNamed.add({ months: UNCLAIMED_MONTHS }), erasesOn) < 0);
    }),
  );
});

const CSV = (...people: string[]) => `Name,Email\n${people.map((name) => `${name} Example,${name.toLowerCase()}@example.org`).join("\n")}\n`;

test("names that nobody claims go after a year, the organisers being told before; whoever is named again or comes stays", async () => {
  const home = await fresh();
  const { house, cast, as, at, work } = home;
  const { hal, zoe, flc } = cast;
  const upload = await as(hal).get(`${flc.path}/import`);
  assert.match(upload.text, /Whoever has not come 12 months after your list last named them is erased here/);
  assert.match(upload.text, /legitimate interest/);
  await bring(home, hal, flc.path, CSV("Ines", "Oona", "Zoe"));
  await as(hal).post(`${flc.path}/list/invitations`, { who: "all" });
  await work();
  const [invitation] = (await ask(house, "select body_text from letter where kind = 'list-invitation' limit 1")).rows;
  assert.match(invitation.body_text, /erased within 12 months/);
  assert.match(invitation.body_text, /legitimate interest.*http:\/\/localhost:3000\/privacy/s);

  const after = (days: number) => at(NOW.add({ hours: 24 * days }));
  const listed = async () => (await ask(house, "select name, erases_on::text as day from person where claimed_at is null and merged_into_id is null order by name")).rows;
  const letters = async () => (await ask(house, "select to_address, subject from letter where kind = 'list-erasing'")).rows;

  await eraseUnclaimedJob(after(300));
  assert.deepEqual(await letters(), []);
  await eraseUnclaimedJob(after(340));
  await eraseUnclaimedJob(after(341));
  assert.deepEqual(await letters(), [{ to_address: hal.address, subject: "3 people on the list of Fenbridge Library Circle are erased on 12 July" }], "told once");
  assert.equal((await listed()).length, 3, "told, not erased");
  assert.match((await as(hal).get(`${flc.path}/list`)).text, /3 people have not come in all this time/);

  // Oona is named again, Zoë comes.
  await bring(home, hal, flc.path, CSV("Oona"));
  await ask(house, "update listing set listed_at = $1 where person_id = (select id from person where name = 'Oona Example')", [NOW.add({ hours: 24 * 350 }).toString()]);
  const { rows: [zoes] } = await ask(house, "select id from person where name = 'Zoe Example'");
  await as(zoe).post(`/welcome/lists/${zoes.id}`, { answer: "join" });
  assert.deepEqual(await listed(), [{ name: "Ines Example", day: "2027-07-12" }, { name: "Oona Example", day: null }]);

  await eraseUnclaimedJob(after(369));
  assert.equal((await listed()).length, 2, "a day too early");
  await eraseUnclaimedJob(after(370));
  assert.deepEqual(await listed(), [{ name: "Oona Example", day: null }]);
  assert.deepEqual((await ask(house, "select count(*)::int as n from email_address where address = 'ines@example.org'")).rows, [{ n: 0 }]);
  assert.equal((await ask(house, "select id from person where id = $1", [zoe.id])).rows.length, 1);
  assert.equal((await letters()).length, 1);
});
