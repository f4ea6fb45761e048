/** An organisation's list: people whom it brought in and who have not come themselves yet. Only organisers see it. */
import { patternsFor } from "./search-words.ts";

/** Whether somebody can be invited, has been, or never will be; the query decides (`list.sql.ts`). */
export const LIST_STATES = ["listed", "invited", "silent", "no-address", "not-me"] as const;
export type ListState = (typeof LIST_STATES)[number];

export type ListFilter = { readonly q: string; readonly state: ListState | "" };

/** What cannot be read is left out. */
export function readListFilter(query: (name: string) => string | undefined): ListFilter {
  return { q: (query("q") ?? "").trim().slice(0, 100), state: LIST_STATES.find((state) => state === query("state")) ?? "" };
}

/** As the query takes it. */
export function listAsked({ q, state }: ListFilter): { patterns: string[]; state: string } {
  return { patterns: patternsFor(q), state };
}

/** Letters of invitation that an organisation, or one person for several, may have written in 24 hours: a real list is through in days, a stolen one is noticed. */
export const MOST_INVITED_A_DAY = 2000;
/** Presses of the button. */
export const INVITE_RATE = { most: 30, minutes: 60 };
export const LIST_PAGE = 50;
