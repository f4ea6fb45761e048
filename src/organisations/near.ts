/** Near is the same town by name: no map is asked, and nobody is measured. */
import { townOf } from "../people/town.ts";

const MOST = 60;

/** As typed, without what no town has in its name. */
export function nearFrom(typed: string): string {
  const words = typed.replaceAll("\0", "").trim().slice(0, MOST);
  return /[\p{L}\p{N}]/u.test(words) ? words : "";
}

/** "Ely, Cambridgeshire" is looked for as "Ely". */
export function nearestTown(area: string): string | null {
  return townOf(area)?.split(",")[0]!.slice(0, MOST) ?? null;
}
