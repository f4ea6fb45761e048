/** The parts of pages in a real browser, under the product's own Content-Security-Policy. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openAssets } from "../../src/platform/http/assets.ts";
import { assertAccessible, assertFocusVisible, assertNoSidewaysScroll, bringAxe } from "./accessible.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { galleryPage, questionPage } from "./gallery.ts";
import { galleryView, serveGallery } from "./gallery-server.ts";
import { assertValid } from "./valid.ts";

const skip = findBrowser() ? false : "no browser on this machine";
let browser: Browser;
let tab: Page;
let server: Awaited<ReturnType<typeof serveGallery>>;
const complaints: string[] = [];

before(async () => {
  if (skip) return;
  server = await serveGallery();
  browser = await openBrowser();
  tab = await browser.newPage({ baseURL: server.url });
  await bringAxe(tab);
  tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("every part is valid HTML without inline style", async () => {
  const view = galleryView(await openAssets());
  assertValid(String(await galleryPage(view)));
  assertValid(String(await questionPage(view)));
});

for (const path of ["/design", "/design/gate", "/design/question"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      test(`axe finds nothing on ${path}, ${colorScheme}, ${width} px`, { skip }, async () => {
        await tab.setViewportSize({ width, height: 900 });
        await tab.emulateMedia({ colorScheme });
        await tab.goto(path);
        await assertAccessible(tab);
      });
    }
  }

  for (const locale of ["en-GB", "en-XA", "ar-XB"]) {
    test(`${path} in ${locale} never scrolls sideways from 320 to 1600 px`, { skip }, async () => {
      await tab.goto(`${path}?locale=${locale}`);
      for (const width of [320, 360, 390, 480, 600, 720, 768, 900, 960, 1024, 1280, 1600]) {
        await tab.setViewportSize({ width, height: 900 });
        await assertNoSidewaysScroll(tab);
      }
    });
  }

  test(`${path} fits with letters twice as large`, { skip }, async () => {
    await tab.setViewportSize({ width: 1280, height: 900 });
    await tab.goto(path);
    await tab.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await assertNoSidewaysScroll(tab);
  });

  test(`the keyboard's place is always shown on ${path}`, { skip }, async () => {
    await tab.setViewportSize({ width: 1280, height: 900 });
    await tab.goto(path);
    assert.ok((await assertFocusVisible(tab)) > 4);
  });
}

test("the skip link comes first and leads to the main part", { skip }, async () => {
  await tab.goto("/design/gate");
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  assert.equal(await tab.evaluate(() => document.activeElement?.id), "main");
});

test("a right-to-left page mirrors", { skip }, async () => {
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.goto("/design?locale=ar-XB");
  const left = async (selector: string) => (await tab.locator(selector).first().boundingBox())!.x;
  assert.ok((await left(".wordmark")) > (await left(".masthead .who")));
  assert.ok((await left(".timetable .when")) > (await left(".timetable .what h3 a")));
});

test("faults are read first when a form comes back", { skip }, async () => {
  await tab.goto("/design");
  assert.equal(await tab.evaluate(() => document.activeElement?.className.split(" ")[0]), "errors");
});

test("a second press on a slow line sends nothing", { skip }, async () => {
  await tab.goto("/design/question");
  let sent = 0;
  await tab.route("**/design/question", async (route) => {
    sent += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await tab.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>("form .btn")!;
    setTimeout(() => button.click(), 0);
    setTimeout(() => button.click(), 150);
  });
  await tab.getByText("taken off").waitFor();
  assert.equal(sent, 1);
  await tab.unrouteAll();
});

test("the policy dropped nothing, and every file was there", { skip }, () => {
  assert.deepEqual(complaints, []);
});
