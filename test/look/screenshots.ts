/** Pictures of pages: phone and desk, light and dark, into screenshots/. Used by tools/screenshots.ts. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";

export interface Wanted {
  /** Such as "http://127.0.0.1:3000" */
  readonly at: string;
  readonly paths: readonly string[];
  /** A sign-in link, opened and confirmed first */
  readonly enterBy?: string | undefined;
  /** Or the token of a session */
  readonly session?: string | undefined;
  readonly into?: string;
  readonly widths?: readonly number[];
  readonly schemes?: readonly ("light" | "dark")[];
}

export async function takePictures(wanted: Wanted): Promise<string[]> {
  const { at, paths, enterBy, session, into = "screenshots", widths = [390, 1280], schemes = ["light", "dark"] } = wanted;
  mkdirSync(into, { recursive: true });
  await using browser = await openBrowser();
  const context = await browser.newContext({ baseURL: at, timezoneId: "Europe/London", locale: "en-GB" });
  const tab = await context.newPage();
  if (enterBy) {
    await tab.goto(enterBy);
    await tab.locator("main form button").first().click();
  }
  if (session) await context.addCookies([{ name: "session", value: session, url: at }]);
  const taken: string[] = [];
  for (const path of paths) {
    for (const width of widths) {
      for (const colorScheme of schemes) {
        await tab.setViewportSize({ width, height: width < 600 ? 844 : 900 });
        await tab.emulateMedia({ colorScheme });
        await tab.goto(path);
        await tab.evaluate(() => document.fonts.ready.then(() => undefined));
        // A bar at the foot of the window would lie across the middle of a long picture.
        if (width < 600) await tab.setViewportSize({ width, height: await tab.evaluate(() => document.documentElement.scrollHeight) });
        const file = join(into, `${nameOf(path)}-${width}-${colorScheme}.png`);
        await tab.screenshot({ path: file, fullPage: true });
        taken.push(file);
      }
    }
  }
  return taken;
}

function nameOf(path: string): string {
  return path.replace(/^\//, "").replace(/[^\w-]+/g, "_") || "home";
}
