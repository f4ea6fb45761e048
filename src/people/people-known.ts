/** The list of the people whom somebody knows: which of them it shows, and where a page of it begins. All of it lives in the address. */
import { isId } from "../platform/ids.ts";

/** `known` is all of them. `together` goes beyond: whoever was at the same meet-ups, known or not. */
export const WHICH = ["known", "connected", "committee", "waiting", "together"] as const;
export type Which = (typeof WHICH)[number];

export type KnownFilter = { readonly show: Which; readonly q: string };

export const KNOWN_A_PAGE = 40;

/** Where somebody stands in the order of closeness, which is what a page begins after; the name is looked up again by the id. */
export type KnownPlace = { readonly tier: number; readonly together: number; readonly shared: number; readonly id: string };

export const FROM_THE_START: KnownPlace = { tier: 0, together: 0, shared: 0, id: "00000000-0000-0000-0000-000000000000" };

/** What cannot be read is left out. */
export function readKnownFilter(query: (name: string) => string | undefined): KnownFilter {
  return { show: WHICH.find((which) => which === query("show")) ?? "known", q: (query("q") ?? "").trim().slice(0, 200) };
}

export function knownAddress({ show, q }: KnownFilter, after: KnownPlace | null = null): string {
  const parts = { show: show === "known" ? "" : show, q, after: after ? [after.tier, after.together, after.shared, after.id].join("_") : "" };
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ""));
  return query.size > 0 ? `/people?${query}` : "/people";
}

/** Whatever cannot be read is the start. */
export function readKnownPlace(text: string | undefined): KnownPlace | null {
  const [tier, together, shared, id] = (text ?? "").split("_");
  const numbers = [tier, together, shared];
  if (!isId(id) || !numbers.every((each) => /^\d{1,6}$/.test(each ?? ""))) return null;
  return { tier: Number(tier), together: Number(together), shared: Number(shared), id };
}
