/**
 * Goes through the product by its own links, as each kind of person: no link is dead, every page is valid HTML, and one
 * page of each route passes axe, fits its window and shows where the keyboard is.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { routes } from "../../src/routes.ts";
import { fresh, type Fresh } from "../fresh.ts";
import type { Person } from "../cast.ts";
import { assertAccessible, assertFocusVisible, assertNoSidewaysScroll } from "./accessible.ts";
import { findBrowser, openBrowser } from "./browser.ts";
import { assertValid } from "./valid.ts";

const mostOfARoute = 4;
let here: Fresh;

before(async () => {
  here = await fresh();
});

for (const who of ["a stranger", "nell", "gwen", "idris", "ada"] as const) {
  test(`every link that ${who} meets leads to a valid page`, async () => {
    const pages = await walk(who === "a stranger" ? null : here.cast[who]);
    assert.ok(pages.length > (who === "ada" ? 3 : 4), `only ${pages.map((page) => page.path).join(" ")}`);
    for (const { path, text } of pages) {
      try {
        assertValid(text);
      } catch (error) {
        throw new Error(`${path}: ${(error as Error).message}`);
      }
    }
  });
}

test("in a browser, one page of each route is accessible and fits", { skip: findBrowser() ? false : "no browser on this machine" }, async () => {
  const server = await listen();
  const browser: Browser = await openBrowser();
  after(async () => {
    await browser.close();
    server.close();
  });
  for (const person of [null, here.cast.gwen]) {
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
    if (person) await context.addCookies([{ name: "session", value: person.token, url: server.url }]);
    const tab = await context.newPage();
    for (const path of oneOfEachRoute(await walk(person))) {
      await tab.goto(path);
      try {
        for (const [width, colorScheme] of [[320, "light"], [390, "dark"], [1280, "light"]] as const) {
          await tab.setViewportSize({ width, height: 900 });
          await tab.emulateMedia({ colorScheme });
          await assertNoSidewaysScroll(tab);
          if (width !== 320) await assertAccessible(tab);
        }
        await assertFocusVisible(tab);
      } catch (error) {
        throw new Error(`${person?.name ?? "a stranger"} at ${path}: ${(error as Error).message}`);
      }
    }
    await context.close();
  }
});

interface Seen {
  path: string;
  text: string;
}

/** Breadth first from the home page; a few of each route, since one event page is much like another. */
async function walk(person: Person | null): Promise<Seen[]> {
  const browser = here.as(person);
  const waiting = ["/"];
  const met = new Set(waiting);
  const times = new Map<string, number>();
  const pages: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path);
    const before = times.get(route) ?? 0;
    if (before >= mostOfARoute) continue;
    times.set(route, before + 1);
    const answer = await browser.get(path);
    if (answer.status === 303 || answer.status === 302) {
      meet(answer.location!);
      continue;
    }
    assert.equal(answer.status, 200, `${path} answers ${answer.status}`);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
    pages.push({ path, text: answer.text });
    for (const [, link] of answer.text.matchAll(/<a\b[^>]*\bhref="([^"#]*)/g)) meet(link!.replaceAll("&amp;", "&"));
  }
  return pages;

  function meet(link: string): void {
    const url = new URL(link || "/", "http://localhost:3000");
    if (url.host !== "localhost:3000" || !url.protocol.startsWith("http")) return;
    const path = url.pathname + url.search;
    if (!met.has(path)) waiting.push(path);
    met.add(path);
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

function listen(): Promise<{ url: string; close(): void }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: here.app.fetch, port: 0, hostname: "127.0.0.1" }, (info) =>
      resolve({ url: `http://127.0.0.1:${info.port}`, close: () => void server.close() }),
    );
  });
}
