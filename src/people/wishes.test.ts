import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import type { Person } from "../../test/cast.ts";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { addressIn, setScene } from "../../test/scene.ts";
import type { Scene } from "../../test/scene.ts";
import { everythingOf } from "../leaving/takeaway.sql.ts";
import { routes } from "../routes.ts";

test("wishes are kept, taken along and taken back; what is no answer comes back", async () => {
  const { as, cast, house } = await fresh();
  const nell = as(cast.nell);
  assert.equal((await nell.post("/settings/wishes", { photoConsent: "no", toBeMet: "text_first" })).location, "/settings/wishes");
  const { text } = await nell.get("/settings/wishes");
  assert.match(text, /value="no" checked/);
  assert.match(text, /value="text_first" checked/);
  const { profile } = (await everythingOf(house.db, cast.nell.id))!;
  assert.deepEqual([profile.photoConsent, profile.toBeMet], ["no", "text_first"]);
  const back = await nell.post("/settings/wishes", { photoConsent: "maybe", toBeMet: "i_come_to_you" });
  assert.equal(back.status, 422);
  assert.match(back.text, /Choose one of the answers[^]*value="i_come_to_you" checked/);
  await nell.post("/settings/wishes", { photoConsent: "", toBeMet: "" });
  assert.deepEqual((await ask(house, "select photo_consent, to_be_met from person where id = $1", [cast.nell.id])).rows, [{ photo_consent: null, to_be_met: null }]);
});

/** Every page, list and file that somebody is given, by its route; what they are refused counts too. */
async function allThat({ as }: Fresh, scene: Scene, viewer: Person, about: Person): Promise<Map<string, string>> {
  const given = new Map<string, string>();
  for (const { method, path } of routes) {
    if (method !== "GET" || path.endsWith("/stream") || path.endsWith(".zip")) continue;
    const { status, text } = await as(viewer).get(addressIn(scene, path, { "people/:person": about.id, "members/:person": about.id }));
    given.set(path, `${status} ${text.replace(/<input type="hidden"[^>]*>/g, "")}`); // a form's own key is new each time
  }
  return given;
}

const changed = (before: Map<string, string>, after: Map<string, string>) => [...before.keys()].filter((path) => before.get(path) !== after.get(path));

test("photos: her organisers see it where they read answers; how she is met, nobody", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  const scene = await setScene(server);
  const event = `/events/${scene["events/:id"]}`;
  await as(cast.gwen).post(`${event}/duties`, { person: cast.tomasz.id, duty: "door" });
  await ask(house, "insert into connection (asker_id, asked_id, asked_at, accepted_at) values ($1, $2, $3, $3)", [cast.nell.id, cast.tomasz.id, house.clock.now().toString()]);
  const wish = (photoConsent: string | null, toBeMet: string | null) => ask(house, "update person set photo_consent = $2, to_be_met = $3 where id = $1", [cast.nell.id, photoConsent, toBeMet]);
  const others = [cast.gwen, cast.tomasz, cast.ada];
  await as(cast.gwen).get(`${event}/conversation`); // what is read shows on other pages
  const before = await Promise.all(others.map((viewer) => allThat(server, scene, viewer, cast.nell)));
  await wish("no", "text_first");
  const after = await Promise.all(others.map((viewer) => allThat(server, scene, viewer, cast.nell)));
  assert.deepEqual(others.map((_, i) => changed(before[i]!, after[i]!)), [["/events/:id/people", "/events/:id/organise/people", "/events/:id/organise/people/export"], [], []], "the organiser; who is at the door and connected with her; who looks after the server");
  for (const path of [`${event}/people`, `${event}/organise/people`]) assert.match((await as(cast.gwen).get(path)).text, /Nell Ashworth[^]*No photos, please/);
  await wish("no", "come_to_me");
  const last = await allThat(server, scene, cast.gwen, cast.nell);
  assert.deepEqual(changed(after[0]!, last), [], "not to organisers either");
  await ask(house, "update rsvp set answer = 'not_going' where person_id = $1", [cast.nell.id]);
  assert.doesNotMatch((await as(cast.gwen).get(`${event}/organise/people`)).text, /No photos, please/, "not after a no");
});

test("how somebody likes to be met is read for their own page and their own copy, and nowhere else: no page, letter or export can hold it", () => {
  const root = new URL("../../", import.meta.url);
  const named = globSync("src/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts") && /\bto_be_met\b/.test(readFileSync(new URL(file, root), "utf8")));
  assert.deepEqual(named.toSorted(), ["src/leaving/takeaway.sql.ts", "src/people/wishes.sql.ts"]);
  const callers = globSync("src/**/*.ts", { cwd: root }).filter((file) => /\bwishesOf\b/.test(readFileSync(new URL(file, root), "utf8")) && !file.endsWith(".test.ts"));
  assert.deepEqual(callers.toSorted(), ["src/people/wishes.routes.ts", "src/people/wishes.sql.ts"]);
});
