import assert from "node:assert/strict";
import test from "node:test";
import type { Person } from "../../test/cast.ts";
import { ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import { addressIn, setScene } from "../../test/scene.ts";
import { routes } from "../routes.ts";
import { idFrom } from "../platform/ids.ts";

/** Nell and Tomasz meet everywhere at once: same branch and committee, connected, coming, and he wrote in the conversation last. */
async function closeTogether() {
  const server = await fresh();
  const { house, cast } = server;
  const scene = await setScene(server);
  const now = house.clock.now().toString();
  const eventId = scene["events/:id"]!;
  await ask(house, "insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at) values ($1, $2, 'going', 3, $3, $3)", [eventId, cast.tomasz.id, now]);
  await ask(house, "update event set going_count = 3, next_place = 4 where id = $1", [eventId]);
  for (const { id } of [cast.nell, cast.tomasz]) await ask(house, "insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, '2026-01-01', 'invited', $3)", [id, cast.committee.id, now]);
  await ask(house, "insert into connection (asker_id, asked_id, asked_at, accepted_at) values ($1, $2, $3, $3)", [cast.nell.id, cast.tomasz.id, now]);
  for (const [n, author] of [[2, cast.nell], [3, cast.tomasz]] as const) {
    await ask(house, "insert into message (id, conversation_id, number, revision, author_id, body, once, sent_at) values ($1, $2, $3, $3, $4, $5, $6, $7)", [idFrom(`message ${n}`), scene["conversations/:id"], n, author.id, `Words of ${author.name}`, `m${n}`, now]);
  }
  await ask(house, "update conversation set message_count = 3, revision = 3 where id = $1", [scene["conversations/:id"]]);
  return { ...server, scene, meetUp: `/events/${eventId}` };
}

/** Every page of the program that names `other` to `viewer`, by its route; what one writes oneself on a form does not count. */
async function pagesNaming({ as }: Fresh, scene: Record<string, string>, viewer: Person, other: Person): Promise<string[]> {
  const found = [];
  for (const { method, path } of routes) {
    if (method !== "GET" || path.endsWith("/stream")) continue;
    for (const unit of ["east-anglia", "east-anglia-committee"]) {
      const { status, text } = await as(viewer).get(addressIn(scene, path, { ":person": other.id, ":unit": unit }));
      if (status === 200 && text.includes(other.name)) found.push(path);
    }
  }
  return [...new Set(found)].toSorted();
}

const SHOWN = [
  "/",
  "/events/:id",
  "/events/:id/conversation",
  "/events/:id/people",
  "/messages",
  "/organisations/:org",
  "/organisations/:org/:unit",
  "/people",
  "/people/:person",
  "/people/:person/hiding",
  "/people/:person/report",
];

test("a block hides each from the other on every page, and is seen by nobody", async () => {
  const server = await closeTogether();
  const { as, cast, scene, meetUp } = server;
  assert.deepEqual(await pagesNaming(server, scene, cast.nell, cast.tomasz), SHOWN);
  assert.equal((await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding`, { kind: "block" })).location, "/settings/hidden");
  assert.deepEqual(await pagesNaming(server, scene, cast.nell, cast.tomasz), ["/people/:person/hiding", "/settings/hidden"], "her own list only");
  assert.deepEqual(await pagesNaming(server, scene, cast.tomasz, cast.nell), []);
  assert.equal((await as(cast.tomasz).get(`/people/${cast.nell.id}`)).status, 404);
  assert.match((await as(cast.nell).get(meetUp)).text, /3 (people )?(are )?coming|<span class="soft">\(3\)/, "counts stay true");
  assert.match((await as(cast.gwen).get(`${meetUp}/people`)).text, /Nell Ashworth[^]*Tomasz Wierzba/, "organisers see everyone");
  assert.match((await as(cast.gwen).get(`${meetUp}/conversation`)).text, /Words of Tomasz/);
});

test("to mute hides one way, and ends nothing", async () => {
  const server = await closeTogether();
  const { as, cast, scene } = server;
  await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding`, { kind: "mute" });
  assert.deepEqual(await pagesNaming(server, scene, cast.nell, cast.tomasz), ["/people/:person", "/people/:person/hiding", "/people/:person/report", "/settings/hidden"]);
  const lastWord = ["/", "/messages"]; // these quote whoever wrote last, and that was he
  assert.deepEqual(await pagesNaming(server, scene, cast.tomasz, cast.nell), [...SHOWN.filter((path) => !lastWord.includes(path)), "/messages/:id/report"].toSorted()); // the message there is hers
  await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding/end`);
  assert.deepEqual(await pagesNaming(server, scene, cast.nell, cast.tomasz), SHOWN);
});

test("a block ends the connection, and asking again looks like asking", async () => {
  const { as, cast } = await closeTogether();
  await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding`, { kind: "block" });
  assert.equal((await as(cast.tomasz).post(`/people/${cast.nell.id}/connection`)).status, 404);
  await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding/end`);
  assert.match((await as(cast.nell).get(`/people/${cast.tomasz.id}`)).text, /Ask to connect/);
});

test("nobody hides whom they may not see, or themselves; a wrong form comes back", async () => {
  const { as, cast } = await fresh();
  assert.equal((await as(cast.zoe).post(`/people/${cast.nell.id}/hiding`, { kind: "block" })).status, 404);
  assert.equal((await as(cast.nell).post(`/people/${cast.nell.id}/hiding`, { kind: "block" })).status, 404);
  assert.equal((await as(cast.nell).post(`/people/${cast.tomasz.id}/hiding`, { kind: "love" })).status, 422);
});
