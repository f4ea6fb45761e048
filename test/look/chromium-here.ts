import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "./browser.ts";

/** Older Debians have no package of the one without a window. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** Sees to a browser for the tests: the one that is there, or on Debian one from apt. False, and said so, when there is none. */
export async function browserFor(tell: (line: string) => void): Promise<boolean> {
  if (findBrowser()) return true;
  if (existsSync("/usr/bin/apt-get")) {
    tell("There is no browser; installing Chromium with apt-get (a minute or two) ...");
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
    for (const args of [["update", "-qq"], ...PACKAGES.map((name) => ["install", "-y", "-qq", "--no-install-recommends", name])]) {
      if (findBrowser()) break;
      const [program, ...rest] = [...asRoot, "apt-get", ...args];
      spawnSync(program!, rest, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    }
    if (findBrowser()) return true;
  }
  tell("SKIPPED  browser: there is no Chromium or Chrome here. Install one, or set CHROMIUM to where it is, and run npm test -- browser.");
  return false;
}
