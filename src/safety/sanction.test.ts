import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh, NOW } from "../../test/fresh.ts";
import type { Fresh } from "../../test/fresh.ts";
import type { Person } from "../../test/cast.ts";
import { tasksOf } from "../work.ts";
import { actsOpen, mayBar } from "./sanction.ts";
import type { Viewer } from "../people/viewer.ts";

test("what concerns nobody can only be looked at; the server's limits are for administrators", () => {
  const about = { personId: "nell", eventId: "e", unitId: "u", organisationId: "o", messageStands: true, isAdministrator: false };
  assert.deepEqual(actsOpen({ ...about, personId: null, isAdministrator: true }), ["nothing"]);
  assert.deepEqual(actsOpen(about), ["nothing", "warning", "removal", "bar-event", "bar-unit", "bar-organisation"]);
  assert.deepEqual(actsOpen({ ...about, organisationId: "u", messageStands: false, eventId: null, isAdministrator: true }), ["nothing", "warning", "bar-unit", "limit", "suspension"]);
});

test("organisers are barred from above only", () => {
  const who = (...organises: string[]) => ({ isAdministrator: false, organises: new Set(organises) }) as unknown as Viewer;
  assert.ok(mayBar(who("branch"), ["root", "branch"], []));
  assert.ok(!mayBar(who("branch"), ["root", "branch"], ["branch"]));
  assert.ok(!mayBar(who("branch"), ["root", "branch"], ["root"]));
  assert.ok(mayBar(who("root"), ["root", "branch"], ["branch"]));
  assert.ok(mayBar({ ...who(), isAdministrator: true }, ["root", "branch"], ["root"]));
});

/** What Nell (coming, a member) and Tomasz see and may do; the whole surface that a sanction must reach. */
const SURFACES: Record<string, (server: Fresh, path: string) => Promise<string>> = {
  "Nell: signed in": ({ as, cast }) => status(as(cast.nell).get("/settings/profile")),
  "Nell: people coming": ({ as, cast }, path) => status(as(cast.nell).get(`${path}/people`)),
  "Nell: conversation": ({ as, cast }, path) => status(as(cast.nell).get(`${path}/conversation`)),
  "Nell: writes": ({ as, cast }, path) => status(as(cast.nell).post(`${path}/conversation`, { body: "Still here", once: crypto.randomUUID() })),
  "Nell: answers": async ({ as, cast, house }, path) => {
    await as(cast.nell).post(`${path}/answer`, { answer: "going" });
    const { rows } = await ask(house, "select answer from rsvp where person_id = $1", [cast.nell.id]);
    return rows[0].answer;
  },
  "Nell: joins Wales": async ({ as, cast, house }) => {
    await as(cast.nell).post("/organisations/library-guild/wales/joining", {});
    return belongs(house, cast.nell, cast.wales.id);
  },
  "Nell: asks Hal": async ({ as, cast, house }) => {
    await as(cast.nell).post(`/people/${cast.hal.id}/connection`);
    return (await ask(house, "select from connection where asker_id = $1", [cast.nell.id])).rowCount ? "asked" : "-";
  },
  "Tomasz: her page": ({ as, cast }) => status(as(cast.tomasz).get(`/people/${cast.nell.id}`)),
  "Tomasz: her name in the list": async ({ as, cast }, path) => ((await as(cast.tomasz).get(`${path}/people`)).text.includes("Nell Ashworth") ? "named" : "-"),
  "Tomasz: her words": async ({ as, cast }, path) => ((await as(cast.tomasz).get(`${path}/conversation`)).text.includes("Tea is lovely") ? "read" : "-"),
};

const FREE = ["200", "200", "200", "303", "going", "member", "asked", "200", "named", "read"];

/** In the order of SURFACES. */
const AFTER: Record<string, { act: string; hides?: string; surfaces: string[] }> = {
  "nothing": { act: "nothing", surfaces: FREE },
  "a warning": { act: "warning", surfaces: FREE },
  "a bar from the meet-up": { act: "bar-event", surfaces: ["200", "404", "404", "404", "not_going", "member", "asked", "200", "-", "read"] },
  "a bar from the Guild": { act: "bar-organisation", surfaces: ["200", "404", "404", "404", "not_going", "-", "asked", "404", "-", "read"] },
  "a limit": { act: "limit", surfaces: ["200", "200", "200", "422", "going", "member", "-", "200", "named", "read"] },
  "a suspension": { act: "suspension", surfaces: ["303", "303", "303", "303", "not_going", "-", "-", "200", "-", "read"] },
  "a suspension that hides": { act: "suspension", hides: "yes", surfaces: ["303", "303", "303", "303", "not_going", "-", "-", "404", "-", "-"] },
};

for (const [name, { act, hides = "", surfaces }] of Object.entries(AFTER)) {
  test(`${name} reaches every surface, and ends by itself`, async () => {
    const { server, path } = await decidedScene(act, hides);
    assert.deepEqual(await seen(server, path), surfaces);
    // A week later it is over: nothing of it is left in the account, and the words stand.
    await tasksOf(server.at(NOW.add({ hours: 24 * 8 })), null)["end-sanctions"]!({}, { attempts: 1, maxAttempts: 1 });
    const { rows } = await ask(server.house, "select suspended_at, limited_at, hidden_at from account a join person p on p.id = a.person_id where p.id = $1", [server.cast.nell.id]);
    assert.deepEqual(rows[0], { suspended_at: null, limited_at: null, hidden_at: null });
    assert.equal((await ask(server.house, "select from sanction where ended_at is null and kind in ('bar', 'limit', 'suspension')")).rowCount, 0);
  });
}

test("whoever is suspended is told why at the door, and by no other way in", async () => {
  const { server } = await decidedScene("suspension", "");
  const { as, cast, house } = server;
  await as(null).post("/sign-in", { address: cast.nell.address });
  const { rows } = await ask(house, "select body_text from letter where kind = 'sign-in'");
  const link = /localhost:\d+(\/sign-in\/\S+)/.exec(rows[0].body_text)![1]!;
  const told = await as(null).post(link);
  assert.equal(told.status, 403);
  assert.match(told.text, /Enough of this/);
  assert.equal((await ask(house, "select from session where person_id = $1", [cast.nell.id])).rowCount, 0);
});

/** Ada, who looks after the server, decides on a report of Nell's message. */
async function decidedScene(act: string, hides: string): Promise<{ server: Fresh; path: string }> {
  const server = await fresh();
  const { as, cast, house, work } = server;
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.tomasz);
  await as(cast.nell).post(`${meetUp.path}/conversation`, { body: "Tea is lovely", once: "tea" });
  const { rows } = await ask(house, "select id from message");
  await as(cast.tomasz).post(`/messages/${rows[0].id}/report`, { kind: "other", to: cast.eastAnglia.id });
  const report = (await ask(house, "select id from report")).rows[0].id;
  assert.equal((await as(cast.ada).post(`/reports/${report}`, { act, hides, reason: "Enough of this", length: "week" })).status, 303);
  await work();
  return { server, path: meetUp.path };
}

async function seen(server: Fresh, path: string): Promise<string[]> {
  const said: string[] = [];
  for (const look of Object.values(SURFACES)) said.push(await look(server, path));
  return said;
}

async function status(answer: Promise<{ status: number }>): Promise<string> {
  return String((await answer).status);
}

async function belongs(house: Fresh["house"], person: Person, unitId: string): Promise<string> {
  return (await ask(house, "select from membership where person_id = $1 and unit_id = $2 and ends_on is null", [person.id, unitId])).rowCount ? "member" : "-";
}
