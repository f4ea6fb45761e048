import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import test from "node:test";
import { compose } from "../../src/platform/mail/compose.ts";
import { sendLettersLeft, tryAgain } from "../../src/platform/mail/letter.jobs.ts";
import { writeLetter } from "../../src/platform/mail/letter.ts";
import type { NewLetter } from "../../src/platform/mail/letter.ts";
import { openSmtp } from "../../src/platform/mail/smtp.ts";
import { idFrom } from "../../src/platform/ids.ts";
import type { House } from "../../src/house.ts";
import { startWork } from "../../src/work.ts";
import { ask } from "../event.ts";
import { fresh } from "../fresh.ts";
import { openPostOffice, sayNo } from "./post-office.ts";

const CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nPRODID:-//Branchline//EN\r\nBEGIN:VEVENT\r\nUID:1@localhost\r\nDTSTAMP:20260707T090000Z\r\nDTSTART:20260709T163000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const from = "Branchline <hello@meet.example>";

async function write(house: House, name: string, letter: Partial<NewLetter> = {}): Promise<string> {
  const id = idFrom(name);
  const words = compose([{ heading: "Grüße, 佐藤" }, { p: "You are coming." }, { action: { label: "The meet-up", url: "https://meet.example/events/1" } }]);
  await house.db.transaction((tx) => writeLetter(tx, id, { kind: "answer", to: `${name}@example.org`, subject: "Is it Thursday? Łódź, 佐藤", ...words, ...letter }, { now: house.clock.now(), host: "meet.example" }));
  return id;
}

async function until(question: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 600 && !(await question()); i++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(await question(), "it came about within a minute");
}

test("a letter arrives whole: text, HTML, calendar, and the headers that mail programs look for", async (t) => {
  const { house, work } = await fresh();
  const post = await openPostOffice();
  t.after(post.close);
  const smtp = openSmtp({ smtpUrl: post.url, from, dkim: null });
  const id = await write(house, "nell", { calendar: CALENDAR, unsubscribeUrl: "https://meet.example/unsubscribe/abc" });
  await write(house, "nell"); // the same letter once more
  await work(smtp);

  assert.equal(post.delivered.length, 1);
  const mail = await post.parsed();
  assert.equal(mail.messageId, `<${id}@meet.example>`);
  assert.equal(mail.subject, "Is it Thursday? Łódź, 佐藤");
  assert.equal(mail.from?.text, '"Branchline" <hello@meet.example>');
  assert.equal(mail.date?.toISOString(), "2026-07-07T09:00:00.000Z", "when it was written, however late it is sent");
  assert.match(mail.text!, /Grüße, 佐藤\n\nYou are coming.\n\nThe meet-up:\nhttps:\/\/meet.example\/events\/1/);
  assert.match(String(mail.html), /<a href="https:\/\/meet.example\/events\/1"/);
  assert.match(post.delivered[0]!.raw, /content-type: text\/calendar; charset=utf-8; method=PUBLISH/i);
  assert.match(mail.attachments.map((one) => one.content.toString()).join(), /UID:1@localhost/);
  const header = (name: string) => mail.headerLines.find((line) => line.key === name)?.line;
  assert.equal(header("list-unsubscribe"), "List-Unsubscribe: <https://meet.example/unsubscribe/abc>");
  assert.equal(header("list-unsubscribe-post"), "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  assert.equal(header("auto-submitted"), "Auto-Submitted: auto-generated");
  const { rows } = await ask(house, "select sent_at is not null as sent, claimed_until, attempts from letter");
  assert.deepEqual(rows, [{ sent: true, claimed_until: null, attempts: 1 }]);
});

test("a signed letter can be checked, its unsubscribe headers included", async (t) => {
  const { house, work } = await fresh();
  const post = await openPostOffice();
  t.after(post.close);
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "pem" }, privateKeyEncoding: { type: "pkcs8", format: "pem" } });
  await write(house, "nell", { unsubscribeUrl: "https://meet.example/unsubscribe/abc" });
  await work(openSmtp({ smtpUrl: post.url, from, dkim: { domainName: "meet.example", keySelector: "branchline", privateKey: keys.privateKey } }));

  const [head] = post.delivered[0]!.raw.split("\r\n\r\n");
  const headers = head!.split(/\r\n(?![ \t])/);
  const find = (name: string) => headers.find((line) => line.toLowerCase().startsWith(`${name}:`))!;
  const relaxed = (line: string) => `${line.slice(0, line.indexOf(":")).toLowerCase()}:${line.slice(line.indexOf(":") + 1).replace(/\r\n/g, "").replace(/[ \t]+/g, " ").trim()}`;
  const signature = find("dkim-signature");
  const tags = Object.fromEntries(relaxed(signature).slice("dkim-signature:".length).split(";").map((tag) => [tag.split("=")[0]!.trim(), tag.slice(tag.indexOf("=") + 1).replace(/ /g, "")]));
  assert.equal(tags["d"], "meet.example");
  assert.equal(tags["s"], "branchline");
  const signed = tags["h"]!.split(":");
  for (const name of ["from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post"]) assert.ok(signed.includes(name), name);
  const text = [...signed.map((name) => relaxed(find(name))), relaxed(signature).replace(/\bb=[^;]*$/, "b=")].join("\r\n");
  assert.ok(verify("sha256", Buffer.from(text, "latin1"), createPublicKey(keys.publicKey), Buffer.from(tags["b"]!, "base64")));
});

test("an address is one address, whatever is in it", async (t) => {
  const { house, work } = await fresh();
  const post = await openPostOffice();
  t.after(post.close);
  await write(house, "odd", { to: "nell@example.org, everybody@example.org" });
  await work(openSmtp({ smtpUrl: post.url, from, dkim: null })).catch(() => {});
  assert.deepEqual(post.delivered.filter((one) => one.to.includes("everybody@example.org") && one.to.split(",").length > 1), []);
});

test("while the server is dead the letter waits, and it arrives when there is one", async (t) => {
  const gone = await openPostOffice();
  await gone.close();
  const { house } = await fresh({ settings: { SMTP_URL: gone.url } });
  await write(house, "nell");
  const work = await startWork(house);
  t.after(() => work.stop());
  await until(async () => (await ask(house, "select 1 from letter where last_error like '%ECONNREFUSED%'")).rowCount === 1);
  const post = await openPostOffice({ port: gone.port });
  t.after(post.close);
  await until(() => post.delivered.length === 1);
  await until(async () => (await ask(house, "select 1 from letter where sent_at is not null and last_error is null")).rowCount === 1);
});

test("not now means later; never means never, and is said; our own mistakes are not the recipient's", async (t) => {
  let grey = 0;
  const post = await openPostOffice({
    onRecipient(address) {
      if (address.startsWith("grey") && grey++ === 0) sayNo(450, "greylisted, come back");
      if (address.startsWith("nobody")) sayNo(550, "no such mailbox");
    },
    onLetter: ({ raw }) => (raw.includes("Subject: Rude") ? sayNo(554, "we do not like this") : undefined),
  });
  t.after(post.close);
  const { house } = await fresh({ settings: { SMTP_URL: post.url } });
  const work = await startWork(house);
  t.after(() => work.stop());
  await write(house, "grey");
  await write(house, "nobody");
  await write(house, "rude", { subject: "Rude" });
  await until(() => post.delivered.length === 1);
  await until(async () => (await ask(house, "select 1 from letter where refused_at is not null")).rowCount === 2);
  const { rows } = await ask(house, "select to_address, attempts, last_error from letter where refused_at is not null order by to_address");
  assert.deepEqual(rows.map((row) => [row.to_address, row.attempts]), [["nobody@example.org", 1], ["rude@example.org", 1]]);
  assert.match(rows[0].last_error, /no such mailbox/);
  assert.equal(post.delivered[0]!.to, "grey@example.org");
  assert.equal(grey, 2);
});

test("a wrong password refuses no letter", async (t) => {
  const post = await openPostOffice();
  t.after(post.close);
  const { house, work } = await fresh();
  await write(house, "nell");
  await assert.rejects(work(openSmtp({ smtpUrl: post.url.replace("//", "//name:secret@"), from, dkim: null })));
  assert.deepEqual((await ask(house, "select refused_at, claimed_until, sent_at from letter")).rows, [{ refused_at: null, claimed_until: null, sent_at: null }]);
});

test("without a server letters are kept, and go when an administrator sends them", async (t) => {
  const post = await openPostOffice();
  t.after(post.close);
  const { house, work } = await fresh();
  const id = await write(house, "nell");
  await work();
  assert.equal((await ask(house, "select 1 from letter where kept_at is not null")).rowCount, 1);
  await sendLettersLeft(house.db);
  const smtp = openSmtp({ smtpUrl: post.url, from, dkim: null });
  await work(smtp);
  assert.equal(post.delivered.length, 0, "nobody wants last month's letters by surprise");
  assert.equal(await tryAgain(house.db, id), true);
  await work(smtp);
  assert.equal(post.delivered.length, 1);
  assert.equal(await tryAgain(house.db, id), false);
});

test("a letter whose job is lost is found and sent; one whose job is still there is left to it", async (t) => {
  const post = await openPostOffice();
  t.after(post.close);
  const { house, work } = await fresh();
  await write(house, "lost");
  await ask(house, "delete from graphile_worker._private_jobs");
  await write(house, "waiting");
  await ask(house, "update graphile_worker._private_jobs set run_at = now() + interval '1 hour', attempts = 5");
  await sendLettersLeft(house.db);
  await work(openSmtp({ smtpUrl: post.url, from, dkim: null }));
  assert.deepEqual(post.delivered.map((one) => one.to), ["lost@example.org"]);
  assert.deepEqual((await ask(house, "select attempts from graphile_worker._private_jobs")).rows, [{ attempts: 5 }]);
});
