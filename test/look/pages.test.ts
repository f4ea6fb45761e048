/**
 * Goes through the product by its own links, as each kind of person: no link is dead, every page is valid HTML, and one
 * page of each route passes axe, fits its window and shows where the keyboard is.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "@hono/node-server";
import type { Browser, Page } from "playwright-core";
import { routes } from "../../src/routes.ts";
import { fresh, type Fresh } from "../fresh.ts";
import type { Person } from "../cast.ts";
import { assertAccessible, assertFocusVisible, assertNoSidewaysScroll, bringAxe } from "./accessible.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { assertValid } from "./valid.ts";

const mostOfARoute = 4;
const skip = findBrowser() ? false : "no browser on this machine";
let here: Fresh;
let browser: Browser;

before(async () => {
  here = await fresh();
  if (!skip) browser = await openBrowser();
});
after(() => browser?.close());

for (const who of ["a stranger", "nell", "gwen", "idris", "ada"] as const) {
  test(`every link that ${who} meets leads to a valid page`, async () => {
    const pages = await walk(here, who === "a stranger" ? null : here.cast[who]);
    assert.ok(pages.length > (who === "ada" ? 3 : 4), `only ${pages.map((page) => page.path).join(" ")}`);
    for (const { path, text } of pages) {
      try {
        assertValid(text);
      } catch (error) {
        throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
      }
    }
  });
}

test("one page of each route is accessible and fits, by day and by night", { skip }, async () => {
  await inBrowser(here, async (tab) => {
    for (const [width, colorScheme] of [[320, "light"], [390, "dark"], [1280, "light"]] as const) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.emulateMedia({ colorScheme });
      await assertNoSidewaysScroll(tab);
      if (width === 390) await assertAccessible(tab);
      if (width === 1280) await assertAccessible(tab, "color-contrast", "link-in-text-block");
    }
    await assertFocusVisible(tab);
  }, bringAxe);
});

for (const language of ["en-XA", "ar-XB"]) {
  test(`in ${language}, longer words fit and every label and button comes from the message files`, { skip }, async () => {
    await inBrowser(await fresh({ settings: { LANGUAGE_OF_PAGES: language } }), async (tab) => {
      // The narrowest shows it; gallery.test.ts goes through the widths.
      await tab.setViewportSize({ width: 320, height: 900 });
      await assertNoSidewaysScroll(tab);
      const ours = await tab.locator("main :is(label, legend, dt, th, .btn, .hint, summary, h1, .section-head a)").allTextContents();
      const strange = ours.map((words) => words.trim()).filter((words) => /[a-z]{3}/i.test(words) && !words.includes("["));
      assert.deepEqual(strange.filter((words) => !saidByPeople.test(words)), []);
    });
  });
}

/** Names of units and people may be labels and headings. */
const saidByPeople = /Guild|Circle|Network|East Anglia|Wales|Local Studies|Ashworth|Prydderch|Okafor|Thistlewood|Haddad|Wierzba|Newcomb|Lindqvist/;

/** Pages that are made of other parts for a stranger. */
const differs = new Set(["/", "/events", "/events/:id", "/organisations", "/organisations/:org"]);

/** Calls `check` on one page of each route, as an organiser, and as a stranger where they see more or something else. */
async function inBrowser(house: Fresh, check: (tab: Page) => Promise<void>, prepare: (tab: Page) => Promise<unknown> = async () => {}): Promise<void> {
  const server = await listen(house);
  after(() => server.close());
  for (const path of differs) assert.ok(routes.some((route) => route.path === path), `there is no ${path}`);
  const seen = new Set<string>();
  for (const person of [house.cast.gwen, null]) {
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
    if (person) await context.addCookies([{ name: "session", value: person.token, url: server.url }]);
    const tab = await context.newPage();
    await prepare(tab);
    for (const path of oneOfEachRoute(await walk(house, person))) {
      const route = routeOf(path);
      if (seen.has(route) && !differs.has(route)) continue;
      seen.add(route);
      await tab.goto(path);
      try {
        await check(tab);
      } catch (error) {
        throw new Error(`${person?.name ?? "a stranger"} at ${path}: ${(error as Error).message}`, { cause: error });
      }
    }
    await context.close();
  }
}

interface Seen {
  path: string;
  text: string;
}

/** Breadth first from the home page; a few of each route, since one event page is much like another. */
async function walk(house: Fresh, person: Person | null): Promise<Seen[]> {
  const visitor = house.as(person);
  const waiting = ["/"];
  const linkedFrom = new Map([["/", ""]]);
  const times = new Map<string, number>();
  const pages: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path);
    const before = times.get(route) ?? 0;
    if (before >= mostOfARoute) continue;
    times.set(route, before + 1);
    const answer = await visitor.get(path);
    if (answer.status === 303 || answer.status === 302) {
      meet(answer.location!, path);
      continue;
    }
    assert.equal(answer.status, 200, `${path} answers ${answer.status}; the link is on ${linkedFrom.get(path)}`);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    pages.push({ path, text: answer.text });
    for (const [, link] of answer.text.matchAll(/<a\b[^>]*\bhref="([^"#]*)/g)) meet(link!.replaceAll("&amp;", "&"), path);
  }
  return pages;

  function meet(link: string, from: string): void {
    const url = new URL(link || "/", "http://localhost:3000");
    if (url.host !== "localhost:3000" || !url.protocol.startsWith("http")) return;
    const path = url.pathname + url.search;
    if (linkedFrom.has(path)) return;
    linkedFrom.set(path, from);
    waiting.push(path);
  }
}

function oneOfEachRoute(pages: Seen[]): string[] {
  return [...new Map(pages.map(({ path }) => [routeOf(path), path])).values()];
}

function routeOf(path: string): string {
  const parts = path.split("?")[0]!.split("/");
  const fits = (pattern: string[]) => pattern.length === parts.length && pattern.every((part, i) => part.startsWith(":") || part === parts[i]);
  return routes.find((route) => route.method === "GET" && fits(route.path.split("/")))?.path ?? path;
}

function listen(house: Fresh): Promise<{ url: string; close(): void }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: house.app.fetch, port: 0, hostname: "127.0.0.1" }, (info) =>
      resolve({ url: `http://127.0.0.1:${info.port}`, close: () => void server.close() }),
    );
  });
}
