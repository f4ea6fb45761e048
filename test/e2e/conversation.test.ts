/** Two people in one conversation, in a real browser. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { SESSION_COOKIE } from "../../src/people/session-cookie.ts";
import { listen } from "../../src/platform/http/listen.ts";
import { addMeetUp } from "../event.ts";
import type { Person } from "../cast.ts";
import { fresh } from "../fresh.ts";
import { openBrowser } from "../look/browser.ts";

const browser = await openBrowser();
after(() => browser.close());

async function evening(t: TestContext) {
  const { house, app, cast, as } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await meetUp.answers("going", cast.nell, cast.tomasz);
  const listening = await listen({ port: 0, host: "127.0.0.1", tls: undefined });
  listening.answerWith(app.fetch);
  const url = `http://127.0.0.1:${listening.port}`;
  t.after(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await listening.stop(100);
  });
  const open = async (person: Person, javaScriptEnabled = true): Promise<Page> => {
    const context = await browser.newContext({ baseURL: url, javaScriptEnabled });
    await context.addCookies([{ name: SESSION_COOKIE(false), value: person.token, url }]);
    const tab = await context.newPage();
    await tab.goto(`${meetUp.path}/conversation`);
    return tab;
  };
  return { as, cast, meetUp, open };
}

test("they talk without loading the page again, and the words are said aloud once", async (t) => {
  const { cast, open } = await evening(t);
  const [nell, tomasz] = [await open(cast.nell), await open(cast.tomasz)];
  await nell.getByText("Nobody has said hello yet").waitFor();
  await tomasz.getByLabel("Your message").fill("I shall know nobody on Thursday");
  await tomasz.getByRole("button", { name: "Send" }).click();
  await nell.locator("#message-1 .bubble").getByText("I shall know nobody").waitFor();
  await nell.getByRole("status").getByText("Tomasz Wierzba: I shall know nobody on Thursday").waitFor({ state: "attached" });
  assert.equal(await nell.getByText("Nobody has said hello yet").count(), 0);
  assert.equal(await tomasz.getByLabel("Your message").inputValue(), "");
  assert.equal(await tomasz.evaluate(() => document.activeElement?.tagName), "TEXTAREA", "he can write on");

  await nell.getByLabel("Your message").fill("You know me now");
  await nell.keyboard.press("Control+Enter");
  await tomasz.locator("#message-2 .bubble").getByText("You know me now").waitFor();
  assert.equal(await nell.locator(".chat > li").count(), 2, "her own words stand there once");
  assert.equal(await nell.locator("#message-2.mine").count(), 1);

  await nell.locator("#message-2").getByRole("link", { name: "Take back" }).click();
  await nell.getByRole("button", { name: "Take it back" }).click();
  await tomasz.locator("#message-2 .bubble").getByText("Taken back by its author").waitFor();
});

test("without a connection the words stay in their field, and are sent once when it is back", async (t) => {
  const { cast, open } = await evening(t);
  const nell = await open(cast.nell);
  await nell.getByLabel("Your message").fill("Is anyone there?");
  await nell.context().setOffline(true);
  await nell.getByRole("button", { name: "Send" }).click();
  await nell.getByRole("alert").getByText("This did not reach us").waitFor();
  assert.equal(await nell.getByLabel("Your message").inputValue(), "Is anyone there?");
  await nell.context().setOffline(false);
  await nell.getByRole("button", { name: "Send" }).click();
  await nell.locator("#message-1 .bubble").getByText("Is anyone there?").waitFor();
  assert.equal(await nell.getByRole("alert").count(), 0);
});

test("without a script the same form sends and the page comes back with the words", async (t) => {
  const { cast, open } = await evening(t);
  const nell = await open(cast.nell, false);
  await nell.getByLabel("Your message").fill("Plain and simple");
  await nell.getByRole("button", { name: "Send" }).click();
  await nell.locator("#message-1 .bubble").getByText("Plain and simple").waitFor();
  assert.match(nell.url(), /conversation#message-1$/);
});

test("axe finds nothing on the conversation, its questions and the list", async (t) => {
  const { as, cast, meetUp, open } = await evening(t);
  await as(cast.tomasz).post(`${meetUp.path}/conversation`, { body: "# Hello\n\nA [link](https://a.example)", once: "1" });
  await as(cast.nell).post(`${meetUp.path}/conversation`, { body: "Hello to you", once: "2" });
  const nell = await open(cast.nell);
  const edit = await nell.locator("#message-2").getByRole("link", { name: "Edit" }).getAttribute("href");
  const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");
  for (const path of [`${meetUp.path}/conversation`, edit!, edit!.replace("/edit", "/removal"), "/messages"]) {
    await nell.goto(path);
    await nell.evaluate(axe);
    const faults = await nell.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    assert.deepEqual(faults, [], path);
    const [wide, seen] = await nell.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
    assert.ok(wide <= seen, `${path} scrolls sideways`);
  }
});
