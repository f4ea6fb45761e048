/** Answering from a letter, without an account: what a link in a letter may do, and for how long. */
import type { Rate } from "../platform/http/rate.ts";

export const LINK_HOURS = 48;
/** How long a browser stays known; the longest that an event is answered ahead. */
export const BROWSER_DAYS = 365;

export const LINKS_TO_ONE_ADDRESS: Rate = { most: 5, minutes: 60 };
/** A whole library may sit behind one address of the internet. */
export const LINKS_FROM_ONE_CLIENT: Rate = { most: 30, minutes: 15 };

/** Without a mailbox in between: what the link of a letter opens in this browser. */
export type Holder =
  /** The browser that asked, or one that proved it before: it may answer. */
  | { kind: "proved"; eventId: string; address: string; name: string | null; personId: string | null }
  /** Any other: it may have a fresh link sent to the address that the letter went to, and learns nothing else. */
  | { kind: "elsewhere"; eventId: string; address: string; personId: string | null };

type Kept = { eventId: string; address: string; name: string | null; browserHash: Buffer | null; expiresAt: Temporal.Instant; usedAt: Temporal.Instant | null; personId: string | null };

/** `knows`: the browser was proved before, for the person who owns the address. */
export function holderOf(link: Kept, browserHash: Buffer | null, knows: boolean, now: Temporal.Instant): Holder {
  const { eventId, address, name, personId } = link;
  const isFresh = !link.usedAt && Temporal.Instant.compare(now, link.expiresAt) < 0;
  const asked = browserHash !== null && link.browserHash !== null && browserHash.equals(link.browserHash);
  if ((isFresh && asked) || knows) return { kind: "proved", eventId, address, name, personId };
  return { kind: "elsewhere", eventId, address, personId };
}
