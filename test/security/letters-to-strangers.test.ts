/** How many letters somebody can have us write to addresses that are not theirs. */
import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../event.ts";
import { bring } from "../bring.ts";
import { fresh } from "../fresh.ts";
import type { Fresh } from "../fresh.ts";
import { MOST_INVITED_A_DAY } from "../../src/organisations/list.ts";

async function letters({ house }: Fresh, kind: string): Promise<number> {
  return (await ask(house, "select 1 from letter where kind = $1", [kind])).rowCount!;
}

test("inviting and taking back again and again fills nobody's letter box", async () => {
  const it = await fresh();
  const path = `${it.cast.flc.path}/invitations`;
  for (let i = 0; i < 8; i++) {
    await it.as(it.cast.hal).post(path, { addresses: "victim@example.org" });
    const { rows } = await ask(it.house, "select id from invitation where withdrawn_at is null");
    for (const { id } of rows) await it.as(it.cast.hal).post(`${path}/${id}/withdrawal`);
  }
  assert.equal(await letters(it, "invitation"), 5);
  const refused = await it.as(it.cast.samir).post(`${it.cast.npn.path}/invitations`, { addresses: "Victim@example.org" });
  assert.equal(refused.status, 422, "another organisation does not go on with it");
});

test("more units do not mean more letters", async () => {
  const it = await fresh();
  const addresses = (from: number) => Array.from({ length: 50 }, (_, i) => `p${from + i}@example.org`).join("\n");
  for (let i = 0; i < 3; i++) await it.as(it.cast.idris).post(`${it.cast.eastAnglia.path}/invitations`, { addresses: addresses(i * 50) });
  for (let i = 3; i < 6; i++) await it.as(it.cast.idris).post(`${it.cast.wales.path}/invitations`, { addresses: addresses(i * 50) });
  assert.equal(await letters(it, "invitation"), 200);
});

test("a list is invited so many a day, also when those invited are erased and others brought", async () => {
  const it = await fresh();
  const { as, cast, house } = it;
  const path = `${cast.flc.path}/list`;
  const file = (from: number, count: number) => `Name,Email\n${Array.from({ length: count }, (_, i) => `Person ${from + i},q${from + i}@example.org\n`).join("")}`;
  const most = MOST_INVITED_A_DAY;
  await bring(it, cast.hal, cast.flc.path, file(0, most - 1));
  await as(cast.hal).post(`${path}/invitations`, { who: "all" });
  const { rows } = await ask(house, "select id from person where invited_at is not null");
  assert.equal(rows.length, most - 1);
  await as(cast.hal).post(`${path}/removal`, { sure: "yes", person: rows.map(({ id }) => id) });
  assert.equal((await ask(house, "select 1 from person where invited_at is not null")).rowCount, 0);
  await bring(it, cast.hal, cast.flc.path, file(5000, 20));
  for (let i = 0; i < 2; i++) await as(cast.hal).post(`${path}/invitations`, { who: "all" });
  assert.equal((await ask(house, "select 1 from person where invited_at is not null")).rowCount, 1, "the day's last one");
});
