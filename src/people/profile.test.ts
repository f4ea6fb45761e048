import assert from "node:assert/strict";
import test from "node:test";
import { handlesOf } from "./handle.sql.ts";
import { profileOf } from "./profile.sql.ts";
import { fresh } from "../../test/fresh.ts";

const FORM = { name: "Nell Ashworth", talkAbout: "maps", languages: "English, polski", zone: "Europe/London" };

test("a profile is looked at first, then saved", async () => {
  const { as, cast, house } = await fresh();
  const form = { ...FORM, name: "佐藤  ネル", latinName: "Satō Neru", pronouns: "she/her" };
  const look = await as(cast.nell).post("/settings/profile", { ...form, do: "look" });
  assert.equal(look.status, 200);
  assert.match(look.text, /<p class="name"><bdi lang="ja">佐藤 ネル<\/bdi>/);
  assert.equal((await profileOf.one(house.db, cast.nell.id)).name, "Nell Ashworth");
  assert.equal((await as(cast.nell).post("/settings/profile", form)).location, "/settings/profile");
  const saved = await profileOf.one(house.db, cast.nell.id);
  assert.deepEqual([saved.name, saved.nameLang, saved.languages, saved.talkAbout], ["佐藤 ネル", "ja", ["en", "pl"], ["maps"]]);
});

test("a wrong form comes back with all that was typed", async () => {
  const { as, cast } = await fresh();
  const back = await as(cast.nell).post("/settings/profile", { ...FORM, languages: "English, Klingon", zone: "Mars/Olympus", about: "Two\nlines & <b>" });
  assert.equal(back.status, 422);
  assert.match(back.text, /Write each language by its English or its own name/);
  assert.match(back.text, /Choose your time zone/);
  assert.match(back.text, /value="English, Klingon"/);
  assert.match(back.text, /Two\nlines &amp; &lt;b&gt;/);
});

test("the handle that people know them by is copied to the sticker, and goes with it", async () => {
  const { as, cast, house } = await fresh();
  const zoe = as(cast.zoe);
  const knownBy = async () => (await profileOf.one(house.db, cast.zoe.id)).knownBy;
  await zoe.post("/settings/handles", { network: "fediverse", handle: "https://birds.example/@zoe" });
  assert.equal(await knownBy(), "@zoe@birds.example", "the first goes on the sticker");
  await zoe.post("/settings/handles", { network: "website", handle: "zoe.example" });
  await zoe.post("/settings/handles", { network: "website", handle: "https://zoe.example/" }); // the same
  const handles = await handlesOf.many(house.db, cast.zoe.id);
  assert.deepEqual(handles.map(({ value }) => value), ["@zoe@birds.example", "zoe.example"]);
  await zoe.post("/settings/handles/known-by", { handle: handles[1]!.id });
  assert.equal(await knownBy(), "zoe.example");
  assert.equal((await as(cast.nell).post("/settings/handles/known-by", { handle: handles[0]!.id })).status, 404, "not hers");
  await as(cast.nell).post(`/settings/handles/${handles[1]!.id}/removal`);
  assert.equal(await knownBy(), "zoe.example");
  await zoe.post(`/settings/handles/${handles[1]!.id}/removal`);
  assert.equal(await knownBy(), null);
  assert.match((await zoe.get(`/people/${cast.zoe.id}`)).text, /href="https:\/\/birds.example\/@zoe" rel="me nofollow noopener"/);
});

test("a handle that its network could not have comes back", async () => {
  const { as, cast } = await fresh();
  const back = await as(cast.zoe).post("/settings/handles", { network: "fediverse", handle: "zoe" });
  assert.equal(back.status, 422);
  assert.match(back.text, /Write it with its server/);
  assert.match(back.text, /value="zoe"/);
});
