/** Answering and saying hello without a mouse: Tab, arrows and Enter, with a ring to be seen at every stop. */
import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import type { Locator, Page } from "playwright-core";
import { SESSION_COOKIE } from "../../src/people/session-cookie.ts";
import { listen } from "../../src/platform/http/listen.ts";
import { addMeetUp } from "../event.ts";
import { fresh } from "../fresh.ts";
import { pressTab } from "../look/accessible.ts";
import { openBrowser } from "../look/browser.ts";

async function nellAtTheMeetUp(t: TestContext): Promise<Page> {
  const { house, app, cast } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  const listening = await listen({ port: 0, host: "127.0.0.1", tls: undefined });
  listening.answerWith(app.fetch);
  const url = `http://127.0.0.1:${listening.port}`;
  const browser = await openBrowser();
  t.after(async () => {
    await browser.close();
    await listening.stop(100);
  });
  const context = await browser.newContext({ baseURL: url });
  await context.addCookies([{ name: SESSION_COOKIE(false), value: cast.nell.token, url }]);
  const tab = await context.newPage();
  await tab.goto(meetUp.path);
  return tab;
}

test("she answers for part of the evening and says hello", async (t) => {
  const tab = await nellAtTheMeetUp(t);
  await pressTab(tab);
  assert.equal(await tab.locator(":focus").textContent(), "Skip to the main part");
  await tab.keyboard.press("Enter");

  await tabTo(tab, tab.getByRole("radio", { name: "Yes, all evening" }));
  await tab.keyboard.press("ArrowDown");
  assert.ok(await tab.getByRole("radio", { name: "I can only be there for part of it" }).isChecked());
  await tabTo(tab, tab.getByLabel("I can stay until"));
  await tab.keyboard.type(await asTyped(tab, 19));
  await tabTo(tab, tab.getByRole("button", { name: "Save my answer" }));
  await tab.keyboard.press("Enter");
  await tab.getByText("You are coming for part of it").waitFor();
  assert.ok(await tab.getByRole("radio", { name: "I can only stay until 19:00" }).isChecked());

  await tabTo(tab, tab.getByLabel("Your message"));
  await tab.keyboard.type("Hello from the back row");
  await tabTo(tab, tab.getByRole("button", { name: "Send" }));
  await tab.keyboard.press("Enter");
  await tab.locator("#message-1 .bubble").getByText("Hello from the back row").waitFor();
});

test("a form sent back puts her at its faults, and each leads to its field", async (t) => {
  const tab = await nellAtTheMeetUp(t);
  await tabTo(tab, tab.getByRole("radio", { name: "Yes, all evening" }));
  await tab.keyboard.press("ArrowDown");
  await tabTo(tab, tab.getByRole("button", { name: "Save my answer" }));
  await tab.keyboard.press("Enter");
  const faults = tab.getByRole("alert");
  await faults.getByText("One thing to put right").waitFor();
  assert.ok(await hasFocus(faults), "the faults are read first");
  await pressTab(tab);
  await tab.keyboard.press("Enter");
  assert.ok(await hasFocus(tab.getByLabel("I can stay until")), "one press from the fault to its field");
  await tab.keyboard.type(await asTyped(tab, 20));
  await tabTo(tab, tab.getByRole("button", { name: "Save my answer" }));
  await tab.keyboard.press("Enter");
  await tab.getByText("You are coming for part of it").waitFor();
});

async function tabTo(tab: Page, place: Locator): Promise<void> {
  while (!(await hasFocus(place))) assert.ok(await pressTab(tab), `the Tab key never comes to ${String(place)}`);
}

function hasFocus(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === document.activeElement);
}

/** An evening hour as the browser's own language has it typed. */
function asTyped(tab: Page, hour: number): Promise<string> {
  return tab.evaluate((at) => {
    const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
    return hour12 ? `${String(at - 12).padStart(2, "0")}00PM` : `${at}00`;
  }, hour);
}
