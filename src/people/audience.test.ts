import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { AUDIENCES, FIELDS, isShown } from "./audience.ts";
import type { Audience } from "./audience.ts";
import { personInRing } from "./person.sql.ts";
import { isTooExact, townOf } from "./town.ts";

const WRITTEN = { pronouns: "they/them", talkAbout: ["map folding"], languages: ["cy"], homeArea: "Fenbridge", employer: "The Mapdrawer", about: "Ask me about atlases" };
const SEEN = { pronouns: /they\/them/, talkAbout: /map folding/, languages: /Welsh/, homeArea: /Lives near/, employer: /Mapdrawer/, about: /atlases/, photo: /<img class="photo"/ };
const KEY = "0123456789abcdef0123456789abcdef";

/** Zoë is in no network; what she wrote of herself is as above, and each field is for the audience given. */
async function zoeShows(server: Fresh, audience: Audience) {
  const { as, cast, house } = server;
  await ask(house, "update person set pronouns = $2, talk_about = $3, languages = $4, home_area = $5, employer = $6, about = $7 where id = $1", [cast.zoe.id, ...Object.values(WRITTEN)]);
  await ask(house, "insert into photo (person_id, key, large, small, added_at) values ($1, $2, '', '', now()) on conflict do nothing", [cast.zoe.id, KEY]);
  await ask(house, "update person set photo_key = $2 where id = $1", [cast.zoe.id, KEY]);
  const form = Object.fromEntries(FIELDS.map((name) => [name, audience]));
  assert.equal((await as(cast.zoe).post("/settings/audiences", form)).status, 303);
}

async function seenBy({ as, cast }: Fresh, who: keyof Fresh["cast"] & ("nell" | "hal" | "zoe" | "gwen")): Promise<string[]> {
  const { text, status } = await as(cast[who]).get(`/people/${cast.zoe.id}`);
  assert.equal(status, 200);
  return FIELDS.filter((name) => SEEN[name].test(text.slice(text.indexOf("<main"))));
}

test("every field is shown to its audience and to nobody farther off", async () => {
  const server = await fresh();
  const { cast, house } = server;
  const now = house.clock.now().toString();
  // Nell is connected; Hal is in her network; Gwen has only asked to connect
  await ask(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-01-01', 'joined', $3)", [cast.zoe.id, cast.flc.id, now]);
  await ask(house, "insert into connection (asker_id, asked_id, asked_at, accepted_at) values ($1, $2, $3, $3)", [cast.zoe.id, cast.nell.id, now]);
  await ask(house, "insert into connection (asker_id, asked_id, asked_at) values ($1, $2, $3)", [cast.gwen.id, cast.zoe.id, now]);
  const rings = { zoe: "me", nell: "known", hal: "networks", gwen: "everyone" } as const;
  for (const audience of AUDIENCES) {
    await zoeShows(server, audience);
    for (const [who, closeness] of Object.entries(rings) as [keyof typeof rings, Audience][]) {
      assert.deepEqual(await seenBy(server, who), isShown(audience, closeness) ? [...FIELDS] : [], `${audience} to ${who}`);
      assert.equal((await server.as(cast[who]).get(`/photos/${KEY}/small`)).status, isShown(audience, closeness) ? 200 : 404, `the photo for ${audience} to ${who}`);
    }
  }
});

test("the pure rule and the SQL are one", async () => {
  const server = await fresh();
  const { cast, house } = server;
  for (const audience of AUDIENCES) {
    await zoeShows(server, audience);
    for (const [i, closeness] of AUDIENCES.entries()) {
      const { employer, talkAbout } = await personInRing.one(house.db, cast.zoe.id, i + 1);
      assert.equal(employer !== null && talkAbout.length === 1, isShown(audience, closeness), `${audience} to ${closeness}`);
    }
  }
});

test("a handle for oneself only is nobody else's, unless it is on the sticker; the preview says so", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  const nell = as(cast.nell);
  await nell.post("/settings/handles", { network: "website", handle: "nell.example" });
  const { rows } = await house.db.query({ name: "", text: "select id, value from handle where person_id = $1", values: [cast.nell.id] });
  const form = Object.fromEntries([...FIELDS.map((name) => [name, "me"]), ...(rows as { id: string }[]).map(({ id }) => [`handle-${id}`, "me"])]);
  await nell.post("/settings/audiences", form);
  const seen = (await as(cast.gwen).get(`/people/${cast.nell.id}`)).text;
  assert.doesNotMatch(seen, /nell\.example/);
  assert.match(seen, /class="handle"/, "the sticker keeps its handle");
  const preview = (await nell.get("/settings/audiences/preview?as=known")).text;
  assert.doesNotMatch(preview, /nell\.example/);
  assert.match(preview, /They do not see:/);
  assert.equal((await nell.post("/settings/audiences", { pronouns: "friends" })).status, 422);
});

test("organisers export no more than members show to their networks", async () => {
  const server = await fresh();
  const { as, cast, house } = server;
  await ask(house, "update person set employer = 'The Mapdrawer', pronouns = 'he/him', audiences = '{\"employer\": \"known\"}' where id = $1", [cast.tomasz.id]);
  const { text } = await as(cast.gwen).get(`${cast.eastAnglia.path}/export?format=csv`);
  assert.match(text, /Tomasz Wierzba/);
  assert.match(text, /he\/him/);
  assert.doesNotMatch(text, /Mapdrawer/);
});

test("of a home area others see a town at most", async () => {
  const towns = { "12 Mill Road, Fenbridge CB2 1TN": "Fenbridge", "75011 Paris": "Paris", "Hauptstraße 5, Köln": "Köln", "Rue de Rivoli, Paris": "Paris", "CB2 1TN": null, "Flat 3": null };
  for (const [area, town] of Object.entries(towns)) {
    assert.equal(townOf(area), town, area);
    assert.ok(isTooExact(area), area);
  }
  for (const area of ["Fenbridge", "Street", "Chester-le-Street", "Mill Hill, London", "King's Lynn", "京都市"]) assert.ok(!isTooExact(area), area);
  const { as, cast, house } = await fresh();
  const back = await as(cast.nell).post("/settings/profile", { name: "Nell Ashworth", zone: "Europe/London", homeArea: "12 Mill Road, Fenbridge" });
  assert.equal(back.status, 422);
  assert.match(back.text, /without street, house number or postcode/);
  await ask(house, "update person set home_area = '12 Mill Road, Fenbridge' where id = $1", [cast.nell.id]); // as an import may have it
  assert.doesNotMatch((await as(cast.gwen).get(`/people/${cast.nell.id}`)).text, /Mill Road/);
});
