/**
 * Whether a handle is its owner's: its page links back to their page here with rel="me", which only whoever writes that page can do. Not every
 * network lets people write such links.
 */
import type { Fetched } from "../platform/http/fetch-outside.ts";
import { relLinks } from "../platform/text/rel-links.ts";
import type { Network } from "./handle.ts";

export const PROVABLE: readonly Network[] = ["fediverse", "github", "website"];

export function isProvable(network: Network): boolean {
  return PROVABLE.includes(network);
}

/** A proof is looked at again this often, and outlives a page that cannot be reached for a while. */
export const LOOK_AGAIN_DAYS = 14;
export const UNREACHED_DAYS = 60;

/** unknown: the page was not to be had, which says nothing either way. */
export type Verdict = "proved" | "not-proved" | "unknown";

export function verdictOn(fetched: Fetched, theirPage: string): Verdict {
  if (fetched.kind === "refused") return "unknown";
  if (fetched.status === 404 || fetched.status === 410) return "not-proved";
  if (fetched.status !== 200 || !/^(text\/html|application\/xhtml\+xml)\b/i.test(fetched.type)) return "unknown";
  return relLinks(fetched.body.toString("utf8"), "me").some((href) => isSamePage(href, theirPage)) ? "proved" : "not-proved";
}

/** Links are written with and without the slash at the end, a language, a mark to jump to. */
function isSamePage(href: string, page: string): boolean {
  if (!URL.canParse(href)) return false;
  const [there, here] = [new URL(href), new URL(page)];
  return /^https?:$/.test(there.protocol) && there.host === here.host && there.pathname.replace(/\/+$/, "") === here.pathname;
}
