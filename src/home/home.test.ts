import assert from "node:assert/strict";
import test from "node:test";
import { fresh } from "../../test/fresh.ts";
import { loadExample } from "../example/load.ts";
import { idFrom } from "../platform/ids.ts";
import { signedIn } from "../../test/session.ts";

test("a stranger sees what is coming up and whose, and nobody's name", async () => {
  const { house, as } = await fresh({ cast: false });
  await loadExample(house);
  const { status, text } = await as(null).get("/");
  assert.equal(status, 200);
  assert.match(text, /Summer meet.*up at the Old Reading Room/);
  assert.match(text, /The Library Guild/);
  assert.doesNotMatch(text, /Walk and talk along the canal/, "a cancelled meet-up is not advertised");
  assert.doesNotMatch(text, /New members&#39; supper/, "a draft is not announced");
  for (const name of ["Nell", "Gwen", "Tomasz"]) assert.doesNotMatch(text, new RegExp(name));
});

test("a member of three networks sees her lines, her answers and what is unread", async () => {
  const { house, as } = await fresh({ cast: false });
  await loadExample(house);
  const nell = await signedIn(house, idFrom("example person nell"));
  const { text } = await as(nell).get("/");
  assert.match(text, /Eight events before the end of July/);
  for (const code of ["TLG", "FLC", "NPN"]) assert.match(text, new RegExp(`>${code}<`));
  assert.match(text, /Until 19:00/);
  assert.match(text, /You leave at 19:00. The organisers know when, not why/);
  assert.match(text, /Cancelled/);
  assert.match(text, /2 new/);
  assert.match(text, /Your branch: East Anglia/);
});

test("what she declined, and drafts, are not on her lines; an organiser is told who asks to join", async () => {
  const { house, as } = await fresh({ cast: false });
  await loadExample(house);
  const idris = await signedIn(house, idFrom("example person idris"));
  const { text } = await as(idris).get("/");
  assert.match(text, /3 people ask to join The Library Guild/);
  assert.doesNotMatch(text, /New members&#39; supper/);
});

test("somebody in no network is shown the way to one", async () => {
  const { as, cast } = await fresh();
  const { text } = await as(cast.zoe).get("/");
  assert.match(text, /You are in no network yet/);
  assert.match(text, /href="\/organisations"/);
});
