/** Debian's Chromium without a window (a third of the work of the one with one), any other, or the one that CHROMIUM names. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const places = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export function findBrowser(): string | undefined {
  return places.find((place) => place !== undefined && existsSync(place));
}

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No browser found. Install Chromium (Debian: apt-get install chromium), or set CHROMIUM to where one is.");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-quic", ...QUIET, ...FEW_PROCESSES],
  });
}

const QUIET = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** All pages are ours, so none has to be kept from another; a process less for each is a third of the time. */
const FEW_PROCESSES = ["--disable-gpu", "--in-process-gpu", "--renderer-process-limit=1", "--disable-site-isolation-trials"];
