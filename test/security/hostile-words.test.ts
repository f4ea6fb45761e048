/** Somebody writes markup wherever words can be written. None of it may come out as markup: on no page, in no stream, no letter, no calendar. */
import assert from "node:assert/strict";
import test from "node:test";
import { routes } from "../../src/routes.ts";
import { ask } from "../event.ts";
import { fresh } from "../fresh.ts";
import type { Fresh } from "../fresh.ts";
import { setScene } from "../scene.ts";
import type { Scene } from "../scene.ts";

const HOSTILE = `x"><img src=x onerror=boo()>'\`</title></textarea><script>boo()</script>`;
const MARKDOWN = `${HOSTILE}\n\n[a](javascript:boo()) <javascript:boo()> [b]: data:text/html,boo\n\n[c][b] ![d](http://x.example/y.png)`;

async function spoil({ house }: Fresh): Promise<void> {
  const short = HOSTILE.slice(0, 55);
  for (const [table, columns] of Object.entries({
    person: { name: HOSTILE, latin_name: HOSTILE, pronouns: short, home_area: HOSTILE, employer: HOSTILE, about: HOSTILE, known_by: HOSTILE },
    unit: { name: HOSTILE, summary: HOSTILE, about: MARKDOWN, area: HOSTILE },
    venue: { name: HOSTILE, address: HOSTILE, area: HOSTILE, directions: HOSTILE, step_free: HOSTILE, hearing: HOSTILE, quiet_room: HOSTILE, toilets: HOSTILE, transport: HOSTILE },
    event: { title: HOSTILE, summary: HOSTILE, about: MARKDOWN, notes: MARKDOWN, cost: HOSTILE, food: HOSTILE, icebreaker: HOSTILE, online_url: `https://x.example/${encodeURI(HOSTILE)}` },
    message: { body: MARKDOWN },
    join_request: { note: HOSTILE },
    handle: { value: HOSTILE },
    session: { device: HOSTILE },
    letter: { subject: HOSTILE, body_text: HOSTILE, to_address: HOSTILE },
    invitation: { address: HOSTILE },
  })) {
    const names = Object.keys(columns);
    await ask(house, `update ${table} set ${names.map((name, i) => `${name} = $${i + 1}`).join()}`, Object.values(columns));
  }
  await ask(house, "update person set talk_about = array[$1]", [short]);
}

const isMarkup = /<img src=x|<script>|href="(?:javascript|data):/;

function addressOf(pattern: string, scene: Scene): string {
  return pattern.replace(/:\w+/g, (name, at: number) => scene[`${pattern.slice(0, at).split("/").filter(Boolean).at(-1)}/${name}`] ?? scene[name]!);
}

test("on every page, for everybody", async () => {
  const it = await fresh();
  const scene = await setScene(it);
  await ask(it.house, "insert into connection (asker_id, asked_id, asked_at) values ($1, $2, now())", [it.cast.tomasz.id, it.cast.gwen.id]);
  await spoil(it);
  let hostile = 0;
  for (const person of [null, it.cast.nell, it.cast.gwen, it.cast.idris, it.cast.ada]) {
    for (const { path } of routes.filter(({ method, path: pattern }) => method === "GET" && !pattern.endsWith("/stream"))) {
      for (const query of ["", `?q=${encodeURIComponent(HOSTILE)}&next=${encodeURIComponent(HOSTILE)}&network=${encodeURIComponent(HOSTILE)}&after=${encodeURIComponent(HOSTILE)}`]) {
        const { status, text, headers } = await it.as(person).get(addressOf(path, scene) + query);
        assert.ok(status < 500, `${path} ${status}`);
        if (status === 200 && !headers.get("content-type")?.startsWith("text/html")) {
          assert.match(headers.get("content-disposition") ?? "", /^attachment/, path);
          continue;
        }
        assert.doesNotMatch(text, isMarkup, `${path} as ${person?.address ?? "a stranger"}`);
        if (text.includes("&lt;img src=x")) hostile++;
      }
    }
  }
  assert.ok(hostile > 60, `the words are on ${hostile} pages`);
});

test("what a form sends back is escaped too", async () => {
  const it = await fresh();
  const scene = await setScene(it);
  const fields = ["name", "title", "address", "body", "note", "reason", "addresses", "q", "code", "website", "handle", "network", "zone", "summary", "about", "onlineUrl", "starts", "startsDate", "dateOrder", "choice", "next", "organisation", "once", "revision", "marks", "kind", "parentId", "languages"];
  const form = Object.fromEntries(fields.map((name) => [name, HOSTILE]));
  for (const person of [null, it.cast.zoe, it.cast.gwen, it.cast.idris]) {
    for (const { path } of routes.filter(({ method, path: pattern }) => method === "POST" && !/removal|end$|sign-out|closing|discarding/.test(pattern))) {
      const { status, text } = await it.as(person).post(addressOf(path, scene), form);
      assert.ok(status < 500, `${path} ${status}`);
      assert.doesNotMatch(text, isMarkup, `${path} as ${person?.address ?? "a stranger"}`);
    }
  }
});

test("in letters and calendars", async () => {
  const it = await fresh();
  const scene = await setScene(it);
  await it.as(it.cast.hal).post(`${it.cast.flc.path}/invitations`, { addresses: "someone@example.org", note: HOSTILE });
  await spoil(it);
  await ask(it.house, "update event set title = $1, summary = $2", ["A\r\nBcc: someone@example.org\r\nATTENDEE:x", `B\r\nEND:VEVENT\r\n${HOSTILE}`]);
  await it.as(it.cast.tomasz).post(`/events/${scene["events/:id"]}/answer`, { answer: "going" });
  await it.as(it.cast.gwen).post(`/events/${scene["events/:id"]}/cancellation`, { reason: HOSTILE });
  await it.as(it.cast.zoe).post(`${it.cast.tlg.path}/joining`, { note: HOSTILE });
  await it.work();
  const { rows } = await ask(it.house, "select kind, subject, body_html, calendar from letter where created_at = $1 and body_html <> 'Yes'", [it.house.clock.now().toString()]);
  assert.ok(rows.length >= 3, `${rows.length} letters`);
  for (const { kind, subject, body_html, calendar } of rows) {
    assert.doesNotMatch(body_html, isMarkup, kind);
    assert.doesNotMatch(subject, /[\r\n]/, kind);
    for (const line of (calendar ?? "").split(/\r?\n/)) assert.doesNotMatch(line, /^(ATTENDEE|Bcc)/, kind);
  }
  const file = (await it.as(null).get(`/events/${scene["events/:id"]}/event.ics`)).text;
  assert.equal(file.match(/^END:VEVENT/gm)?.length, 1);
});
