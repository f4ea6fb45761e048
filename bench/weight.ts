/** What a first visit costs a phone: bytes over the wire and requests, in a real browser with nothing cached. */
import { openBrowser } from "../test/look/browser.ts";
import type { Bench, Figure } from "./figure.ts";
import { stage } from "./stage.ts";

export const bench: Bench = async () => {
  const show = await stage();
  const browser = await openBrowser();
  const figures: Figure[] = [];
  try {
    for (const [name, path, isSignedIn] of [["event page, public", show.eventPath, false], ["home, public", "/", false], ["event page, signed in", show.eventPath, true], ["home, signed in", "/", true]] as const) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      if (isSignedIn) await context.addCookies([{ name: "session", value: show.cookie.split("=")[1]!, url: show.url }]);
      const page = await context.newPage();
      const sizes: Promise<number>[] = [];
      page.on("requestfinished", (request) => sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize)));
      const answer = await page.goto(show.url + path, { waitUntil: "load" });
      if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`);
      await page.evaluate(FETCH_ICON);
      await page.waitForTimeout(500);
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      const kilobytes = bytes / 1000;
      figures.push({ name: `${name}: bytes of a first visit`, value: kilobytes, unit: "kB", aim: "<= 60", holds: kilobytes <= 60 });
      figures.push({ name: `${name}: requests`, value: sizes.length, unit: "", aim: "<= 12", holds: sizes.length <= 12 });
      await context.close();
    }
  } finally {
    await browser.close();
    await show.stop();
  }
  return figures;
};

/** A browser without a window leaves out the icon, which one with a window loads. */
const FETCH_ICON = `(async () => {
  const icon = document.querySelector("link[rel=icon]").href;
  if (performance.getEntriesByName(icon).length === 0) await (await fetch(icon)).blob();
})()`;
