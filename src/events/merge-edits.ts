/**
 * Two organisers edit at once. The form carries a mark for each field as it was when the form was made. When somebody else saved in the meantime,
 * the marks tell who changed what: a field that only they changed takes their words, a field that both changed keeps mine and shows theirs.
 */
import { createHash } from "node:crypto";
import type { Typed } from "./typed-moment.ts";

export function marksOf(typed: Typed): string {
  return Object.entries(typed)
    .map(([name, value]) => `${name}:${mark(value)}`)
    .join(" ");
}

export type Merged = {
  typed: Typed;
  /** Fields that both changed, to different words */
  clashes: string[];
  /** Fields that now hold the other's words */
  taken: string[];
};

export function mergeEdits(marks: string, mine: Typed, theirs: Typed): Merged {
  const base = new Map(marks.split(" ").map((each) => each.split(":") as [string, string]));
  const merged: Merged = { typed: { ...mine }, clashes: [], taken: [] };
  for (const [name, value] of Object.entries(theirs)) {
    if (mine[name] === undefined || mine[name] === value || base.get(name) === mark(value)) continue;
    if (base.get(name) === mark(mine[name])) {
      merged.typed[name] = value;
      merged.taken.push(name);
    } else {
      merged.clashes.push(name);
    }
  }
  return merged;
}

function mark(value: string): string {
  return createHash("sha256").update(value).digest("base64url").slice(0, 8);
}
