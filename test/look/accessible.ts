/** What can be checked of a page in a browser: axe's rules, no sideways scrolling, and a focus that one can see. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

export async function assertAccessible(tab: Page): Promise<void> {
  if (!(await tab.evaluate("'axe' in window"))) await tab.evaluate(axe);
  const results = (await tab.evaluate(`axe.run({ resultTypes: ["violations"] })`)) as AxeResults;
  const faults = results.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary ?? ""}`));
  assert.equal(faults.length, 0, `${faults.length} faults:\n${faults.slice(0, 10).join("\n")}`);
}

export async function assertNoSidewaysScroll(tab: Page): Promise<void> {
  const { scroll, width, widest } = await tab.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const widest = [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".scroll, .tabs, .hush, .skip, svg"))
      .find((element) => element.getBoundingClientRect().right > width + 1 || element.getBoundingClientRect().left < -1);
    return { scroll: document.documentElement.scrollWidth, width, widest: widest?.outerHTML.slice(0, 200) };
  });
  assert.ok(scroll <= width, `${scroll} px wide in a window of ${width} px: ${widest}`);
}

/** Goes through the page with the Tab key; each stop must show a ring. */
export async function assertFocusVisible(tab: Page, mostStops = 200): Promise<number> {
  await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stops = 0; stops < mostStops; stops++) if (!(await pressTab(tab))) return stops;
  return mostStops;
}

/** One stop further, which must show a ring, its own or its label's. False after the last. */
export async function pressTab(tab: Page): Promise<boolean> {
  await tab.keyboard.press("Tab");
  const stop = await tab.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const rings = [element, element.closest("label")].map((one) => (one ? getComputedStyle(one) : null));
    return { shown: rings.some((ring) => ring && ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2), html: element.outerHTML.slice(0, 150) };
  });
  if (!stop) return false;
  assert.ok(stop.shown, `no ring at ${stop.html}`);
  return true;
}
