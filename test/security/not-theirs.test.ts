/** What somebody may not know appears nowhere: not on a page that they may see, not in a file, a letter or a stream. */
import assert from "node:assert/strict";
import test from "node:test";
import { routes } from "../../src/routes.ts";
import { addMeetUp, ask } from "../event.ts";
import { fresh } from "../fresh.ts";
import type { Fresh } from "../fresh.ts";
import type { Person } from "../cast.ts";
import { setScene } from "../scene.ts";

/** The text of every page that this person can open, for an event. */
async function everything(it: Fresh, person: Person | null, eventId: string): Promise<string> {
  const scene = { ...(await scenes.get(it)!), "events/:id": eventId } as Record<string, string>;
  const pages: string[] = [];
  for (const { path } of routes.filter(({ method, path: pattern }) => method === "GET" && !pattern.endsWith("/stream"))) {
    const address = path.replace(/:\w+/g, (name, at: number) => scene[`${path.slice(0, at).split("/").filter(Boolean).at(-1)}/${name}`] ?? scene[name]!);
    const { status, text } = await it.as(person).get(address);
    pages.push(`${status} ${address}\n${text}`);
  }
  return pages.join("\n");
}

const scenes = new WeakMap<Fresh, ReturnType<typeof setScene>>();

async function house(): Promise<{ it: Fresh; eventId: string; draftId: string }> {
  const it = await fresh();
  scenes.set(it, setScene(it));
  const { "events/:id": eventId } = (await scenes.get(it)!) as Record<string, string>;
  await ask(it.house, "update event set online_url = 'https://secret-link.example/room', notes = 'secret-notes', icebreaker = 'secret-question'");
  await ask(it.house, "update message set body = 'secret-message'");
  const draft = await addMeetUp(it.house, it.cast, { title: "secret-draft", published_at: null });
  return { it, eventId: eventId!, draftId: draft.id };
}

test("a stranger, and somebody from elsewhere, learn counts and nothing more", async () => {
  const { it, eventId, draftId } = await house();
  for (const person of [null, it.cast.hal, it.cast.zoe]) {
    for (const id of [eventId, draftId]) {
      const text = await everything(it, person, id);
      assert.doesNotMatch(text, /secret-|Tomasz|tomasz@/, person?.address ?? "a stranger");
      if (person !== it.cast.hal) assert.doesNotMatch(text, /Nell Ashworth/, person?.address ?? "a stranger");
    }
  }
  assert.doesNotMatch(await everything(it, null, eventId), /Gwen|Idris|Hal T|Samir/, "strangers are told no name at all");
});

test("a member who is not coming reads the talk but has no link, and no draft", async () => {
  const { it, eventId, draftId } = await house();
  const text = await everything(it, it.cast.tomasz, eventId);
  assert.match(text, /secret-message/);
  assert.doesNotMatch(text, /secret-link|secret-draft/);
  assert.doesNotMatch(await everything(it, it.cast.tomasz, draftId), /secret-draft/);
  for (const path of ["", "/answer", "/event.ics", "/people", "/conversation", "/edit", "/publication", "/cancellation"]) {
    assert.equal((await it.as(it.cast.tomasz).get(`/events/${draftId}${path}`)).status, 404, path);
  }
  assert.equal((await it.as(it.cast.tomasz).post(`/events/${draftId}/answer`, { answer: "going" })).status, 404);
  assert.equal((await it.as(it.cast.tomasz).post(`/events/${draftId}/conversation`, { body: "hello" })).status, 404);
  assert.match(await everything(it, it.cast.nell, eventId), /secret-link/, "those who come have it");
});

test("letters carry the link to those who come, and to nobody else", async () => {
  const { it, eventId } = await house();
  await it.as(it.cast.tomasz).post(`/events/${eventId}/answer`, { answer: "maybe" });
  await it.as(it.cast.idris).post(`/events/${eventId}/answer`, { answer: "going" });
  await it.work();
  const { rows } = await ask(it.house, "select to_address, body_text || body_html || coalesce(calendar, '') as words from letter where event_id = $1", [eventId]);
  assert.match(rows.find((row) => row.to_address === it.cast.idris.address)!.words, /secret-link/);
  for (const row of rows) if (row.to_address === it.cast.tomasz.address) assert.doesNotMatch(row.words, /secret-link/);
});

test("nobody's sign-in address is on any page of others", async () => {
  const { it, eventId } = await house();
  for (const person of [it.cast.nell, it.cast.gwen, it.cast.idris]) {
    const text = await everything(it, person, eventId);
    for (const other of [it.cast.hal, it.cast.tomasz, it.cast.gwen, it.cast.nell].filter((each) => each !== person)) {
      assert.ok(!text.includes(other.address), `${other.address} for ${person.address}`);
    }
  }
});

test("no table holds a token that opens anything", async () => {
  const { it } = await house();
  await it.as(null).post("/sign-in", { address: it.cast.nell.address });
  await it.as(it.cast.hal).post(`${it.cast.flc.path}/invitations`, { addresses: "someone@example.org" });
  const { rows } = await ask(it.house, "select body_text from letter where is_secret");
  const tokens = rows.map(({ body_text }) => /\/(?:sign-in|invitations)\/([\w-]{43})/.exec(body_text)![1]!);
  assert.equal(tokens.length, 2);
  await it.work({ send: async () => {}, close() {} });
  const tables = (await ask(it.house, "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')")).rows;
  for (const { name } of tables) {
    const text = JSON.stringify((await ask(it.house, `select t::text from ${name} t`)).rows);
    for (const token of [...tokens, it.cast.nell.token]) assert.ok(!text.includes(token), name);
  }
});
