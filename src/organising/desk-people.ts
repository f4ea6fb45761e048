/** Which of those who answered a list shows; all of it lives in the address. */
import { patternsFor } from "../organisations/search-words.ts";

export type ListedState = "going" | "waitlisted" | "maybe";
export const listedStates: readonly ListedState[] = ["going", "waitlisted", "maybe"];

/** Those who ask to come stand in the list too; whom the organisers turned down, only when asked for. */
export type DeskState = ListedState | "asked" | "declined";
const deskStates: readonly DeskState[] = [...listedStates, "asked", "declined"];

export type PeopleFilter = { readonly state: DeskState | ""; readonly visit: "flying" | "first" | ""; readonly where: "room" | "online" | ""; readonly q: string };

export const PEOPLE_A_PAGE = 100;

/** What cannot be read is left out. `allowed`: whether times and first visits are for this reader at all, and whether there are two halls. */
export function readFilter(query: (name: string) => string | undefined, allowed: { flying: boolean; first: boolean; declined: boolean; where: boolean }): PeopleFilter {
  const visit = query("visit");
  const where = query("where");
  return {
    state: deskStates.find((state) => state === query("state") && (state !== "declined" || allowed.declined)) ?? "",
    visit: visit === "flying" && allowed.flying ? visit : visit === "first" && allowed.first ? visit : "",
    where: allowed.where && (where === "room" || where === "online") ? where : "",
    q: (query("q") ?? "").trim().slice(0, 200),
  };
}

/** As a query string, "?state=going&visit=flying", or nothing. */
export function filterAddress(filter: PeopleFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value !== ""));
  return query.size > 0 ? `?${query}` : "";
}

/** As the queries take it. */
export function asked({ state, visit, where, q }: PeopleFilter) {
  return { states: state ? [state] : [...listedStates, "asked"], isFlying: visit === "flying", isFirst: visit === "first", halls: where ? [where] : ["room", "online"], patterns: patternsFor(q) };
}
