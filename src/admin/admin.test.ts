import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "../../test/event.ts";
import { fresh, type Fresh } from "../../test/fresh.ts";
import { idFrom } from "../platform/ids.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import type { NewLetter } from "../platform/mail/letter.ts";

async function write({ house }: Fresh, name: string, letter: Partial<NewLetter> = {}): Promise<string> {
  const id = idFrom(name);
  await house.db.transaction((tx) =>
    writeLetter(tx, id, { kind: "answer", to: `${name}@example.org`, subject: `Letter to ${name}`, text: `Dear ${name} <b>`, html: "x", ...letter }, { now: house.clock.now(), host: "localhost" }),
  );
  return id;
}

test("the overview and the outbox are for administrators, and nobody else learns that they exist", async () => {
  const all = await fresh();
  const id = await write(all, "nell");
  for (const path of ["/admin", "/admin/letters", `/admin/letters/${id}`]) {
    assert.equal((await all.as(all.cast.ada).get(path)).status, 200, path);
    for (const person of [all.cast.idris, all.cast.nell, all.cast.zoe]) assert.equal((await all.as(person).get(path)).status, 404, path);
    assert.equal((await all.as(null).get(path)).status, 303);
  }
  assert.equal((await all.as(all.cast.nell).post(`/admin/letters/${id}/retry`)).status, 404);
  assert.equal((await all.as(all.cast.ada).get("/admin/letters/nonsense")).status, 404);
});

test("the overview says how it is", async () => {
  const all = await fresh();
  const { text } = await all.as(all.cast.ada).get("/admin");
  assert.match(text, /Organisations<\/dt><dd class="big">3<\/dd><dd>4 branches, groups and committees/);
  assert.match(text, /No worker is at work/);
  assert.match(text, /No mail server is set/);
  const withMail = await fresh({ settings: { SMTP_URL: "smtps://name:swordfish@mail.example" } });
  const other = (await withMail.as(withMail.cast.ada).get("/admin")).text;
  assert.match(other, /smtps:\/\/name@mail\.example/);
  assert.doesNotMatch(other, /swordfish/);
});

test("without a mail server letters are kept, and can be read and handed over", async () => {
  const all = await fresh();
  const id = await write(all, "nell", { kind: "sign-in", isSecret: true, text: "http://localhost:3000/sign-in/abc" });
  await all.work();
  const list = (await all.as(all.cast.ada).get("/admin/letters")).text;
  assert.match(list, /Letters rest here until a mail server is set/);
  assert.match(list, /Letter to nell[\s\S]*Kept/);
  const letter = (await all.as(all.cast.ada).get(`/admin/letters/${id}`)).text;
  assert.match(letter, /localhost:3000\/sign-in\/abc/);
  assert.doesNotMatch(letter, /Send it now/, "there is nothing to send it with");
});

test("with one, secrets stay with it; a refused letter shows the server's words and can be sent again", async () => {
  const all = await fresh({ settings: { SMTP_URL: "smtp://127.0.0.1:1" } });
  const secret = await write(all, "gwen", { isSecret: true, text: "/sign-in/abc" });
  assert.doesNotMatch((await all.as(all.cast.ada).get(`/admin/letters/${secret}`)).text, /sign-in\/abc/);
  const id = await write(all, "nobody");
  await ask(all.house, "update letter set refused_at = now(), attempts = 1, last_error = '550 no such mailbox' where id = $1", [id]);
  await ask(all.house, "delete from graphile_worker._private_jobs");
  assert.match((await all.as(all.cast.ada).get("/admin/letters?state=refused")).text, /One letter was refused[\s\S]*Letter to nobody/);
  const page = (await all.as(all.cast.ada).get(`/admin/letters/${id}`)).text;
  assert.match(page, /550 no such mailbox/);
  assert.match(page, /Dear nobody &lt;b&gt;/);
  for (let i = 0; i < 2; i++) assert.equal((await all.as(all.cast.ada).post(`/admin/letters/${id}/retry`)).status, 303);
  assert.equal((await ask(all.house, "select 1 from graphile_worker._private_jobs")).rowCount, 1, "pressed twice, tried once");
  assert.equal((await ask(all.house, "select 1 from letter where refused_at is not null")).rowCount, 0);
});

test("the outbox goes back page by page", async () => {
  const all = await fresh();
  for (let i = 0; i < 55; i++) await write(all, `person${i}`);
  const newest = (await all.as(all.cast.ada).get("/admin/letters?state=waiting")).text;
  const older = /href="([^"]+before=[^"]+)"/.exec(newest)![1]!.replaceAll("&amp;", "&");
  const rest = (await all.as(all.cast.ada).get(older)).text;
  const letters = (text: string) => [...text.matchAll(/Letter to (person\d+)/g)].map((match) => match[1]!);
  assert.equal(letters(newest).length, 50);
  assert.equal(new Set([...letters(newest), ...letters(rest)]).size, 55);
});
