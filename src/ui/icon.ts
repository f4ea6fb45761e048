/**
 * Lucide's icons, inline. Their drawing is read once and cut down to its shapes: the class gives size and stroke.
 * An icon is decoration; the words beside it carry the meaning.
 */
import { readFileSync } from "node:fs";
import { html, raw, type Html } from "./html.ts";

const folder = new URL(import.meta.resolve("lucide-static/icons/check.svg"));
const drawn = new Map<IconName, Html>();

export function icon(name: IconName): Html {
  let found = drawn.get(name);
  if (!found) drawn.set(name, (found = draw(name)));
  return found;
}

function draw(name: IconName): Html {
  const file = readFileSync(new URL(`${name}.svg`, folder), "utf8");
  const shapes = file
    .slice(file.indexOf(">", file.indexOf("<svg")) + 1, file.lastIndexOf("</svg>"))
    .replace(/\s*\n\s*/g, "")
    .replace(/ \/>/g, "/>");
  return html`<svg class="icon${mirrored.has(name) ? " mirrored" : ""}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${raw(shapes)}</svg>`;
}

/** Icons in use. A new one is a name from lucide.dev/icons added here. */
export type IconName =
  | "accessibility"
  | "armchair"
  | "arrow-left"
  | "arrow-right"
  | "badge-check"
  | "bell"
  | "book-open"
  | "calendar-clock"
  | "calendar-days"
  | "calendar-plus"
  | "calendar-x"
  | "camera"
  | "camera-off"
  | "check"
  | "circle-alert"
  | "clock"
  | "coffee"
  | "download"
  | "ear"
  | "eye"
  | "eye-off"
  | "flag"
  | "footprints"
  | "git-branch"
  | "globe"
  | "hourglass"
  | "info"
  | "key-round"
  | "keyboard"
  | "list-checks"
  | "log-out"
  | "mail"
  | "megaphone"
  | "map-pin"
  | "message-circle"
  | "pencil"
  | "plus"
  | "printer"
  | "repeat"
  | "route"
  | "search"
  | "send"
  | "settings"
  | "smartphone"
  | "sprout"
  | "sticky-note"
  | "trash-2"
  | "undo-2"
  | "upload"
  | "user-check"
  | "user-plus"
  | "user-round"
  | "users-round"
  | "x";

/** Those that point along the line of reading, and turn round in a right-to-left page. */
const mirrored = new Set<IconName>(["arrow-left", "arrow-right", "log-out", "send", "undo-2"]);
