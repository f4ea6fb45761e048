/** What can be checked of a page in a browser: axe's rules, no sideways scrolling, and a focus that one can see. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

interface AxeResults {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Has axe come with each page of a tab: what has been compiled for one page is then used by the next. */
export function bringAxe(tab: Page): Promise<unknown> {
  return tab.addInitScript(axe);
}

/** By axe's rules, or by these alone. */
export async function assertAccessible(tab: Page, ...rules: string[]): Promise<void> {
  if (!(await tab.evaluate("'axe' in window"))) await tab.evaluate(axe);
  const results = (await tab.evaluate(`axe.run(${JSON.stringify({ resultTypes: ["violations"], ...(rules.length > 0 ? { runOnly: rules } : {}) })})`)) as AxeResults;
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

/** Goes through the page with the Tab key; each stop must show a ring. How many there were. */
export async function assertFocusVisible(tab: Page, mostStops = 200): Promise<number> {
  const stops = await tab.evaluate(() => {
    const noted = window as unknown as { ringless: string[]; met: number };
    Object.assign(noted, { ringless: [], met: 0 });
    (document.activeElement as HTMLElement | null)?.blur();
    document.addEventListener("focusin", ({ target }) => {
      noted.met++;
      const rings = [target as Element, (target as Element).closest("label")].map((one) => (one ? getComputedStyle(one) : null));
      const isShown = rings.some((ring) => ring && ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2);
      if (!isShown) noted.ringless.push((target as Element).outerHTML.slice(0, 150));
    });
    return document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]").length;
  });
  for (let stop = 0; stop < Math.min(stops, mostStops); stop++) await tab.keyboard.press("Tab");
  const { ringless, met } = await tab.evaluate(() => {
    const { ringless, met } = window as unknown as { ringless: string[]; met: number };
    return { ringless, met };
  });
  assert.deepEqual(ringless, [], "no ring");
  return met;
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
