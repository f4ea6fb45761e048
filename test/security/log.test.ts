/** Names, addresses and links in the log: everything is sent everywhere, every write fails with all of it in the database's words, and the log is searched. */
import assert from "node:assert/strict";
import test from "node:test";
import { createApp } from "../../src/app.ts";
import { openAssets } from "../../src/platform/http/assets.ts";
import { hashToken, newToken } from "../../src/platform/ids.ts";
import { openLog } from "../../src/platform/log.ts";
import { routes } from "../../src/routes.ts";
import { ask } from "../event.ts";
import { fresh } from "../fresh.ts";
import { formsOf, setScene } from "../scene.ts";

const NAME = "Zebedee Quillfeather";
const ADDRESS = "zebedee@quillfeather.example";
const FIELDS = ["name", "address", "addresses", "email", "body", "words", "note", "title", "summary", "notes", "about", "reason", "value", "handle", "town", "talkAbout", "wanted", "offer", "q", "next", "contact", "welcome", "terms", "code", "venueName", "venueAddress", "token", "text", "subject"];

test("whatever is sent and however it fails, the log holds no name, address or token", async () => {
  const all = await fresh();
  const scene = await setScene(all);
  const token = newToken();
  const forms = formsOf(all);
  await ask(all.house, "insert into sign_in_link (token_hash, address, next_path, created_at, expires_at) values ($1, $2, '/', $3, $4)", [hashToken(token), ADDRESS, all.house.clock.now().toString(), all.house.clock.now().add({ minutes: 30 }).toString()]);
  // Now nothing can be written any more, and PostgreSQL says with which row: "Failing row contains (..., Zebedee Quillfeather, ...)".
  await ask(
    all.house,
    `do $$ declare one text; begin
       for one in select c.oid::regclass from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace loop
         execute format('alter table %s add constraint nothing_new check (false) not valid', one);
       end loop;
     end $$`,
  );

  const logged = await whileLogging(async () => {
    const words = Object.fromEntries(FIELDS.map((field) => [field, field.startsWith("address") || field === "email" ? ADDRESS : field === "token" ? token : NAME]));
    const query = `?${new URLSearchParams({ q: NAME, next: `/sign-in/${token}`, address: ADDRESS }).toString()}`;
    for (const { method, path: pattern } of routes.filter((route) => route.method === "POST")) {
      const path = pattern.replace(/:\w+/g, (name, at: number) => (name === ":token" ? token : (scene[`${pattern.slice(0, at).split("/").filter(Boolean).at(-1)}/${name}`] ?? scene[name]!)));
      const who = pattern.includes(":token") || /^.(sign-in|welcome|passkeys|answers)/.test(pattern) ? null : pattern.startsWith("/admin") ? all.cast.ada : all.cast.gwen;
      await all.as(who).post(path + query, { ...words, ...forms[`${method} ${pattern}`] });
    }
    const away = createApp({ ...all.house, db: { ...all.house.db, query: () => Promise.reject(new Error(`lost while asking for ${ADDRESS} by ${token}`)) } }, await openAssets());
    for (const { path } of routes.filter((route) => route.method === "GET" && route.path.includes(":token"))) await away.request(`http://localhost:3000${path.replace(":token", token)}${query}`, { headers: { cookie: `session=${all.cast.nell.token}` } });
  });

  const lines = logged.map((line) => JSON.parse(line) as { message: string; properties: { path: string } });
  assert.ok(lines.filter(({ message }) => message === "request failed").length >= 30, `enough has failed: ${lines.length}`);
  assert.ok(lines.some(({ properties }) => properties.path === "/sign-in/…"));
  for (const line of logged) for (const secret of [NAME, "Quillfeather", "quillfeather.example", token, all.cast.gwen.token, all.cast.nell.token, "gwen@example.org"]) assert.ok(!line.includes(secret), `${secret} in ${line}`);
});

/** What goes to the console meanwhile. */
async function whileLogging(work: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const names = ["debug", "info", "log", "warn", "error", "trace"] as const;
  const before = names.map((name) => console[name]);
  for (const name of names) console[name] = (...words: unknown[]) => void lines.push(words.join(" ").trimEnd());
  openLog("debug", "json");
  try {
    await work();
  } finally {
    openLog("off");
    names.forEach((name, i) => (console[name] = before[i]!));
  }
  return lines;
}
