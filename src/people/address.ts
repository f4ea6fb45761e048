import type { Rate } from "../platform/http/rate.ts";

export const MOST_ADDRESSES = 5;

/** How long somebody may take to open the letter to a new address. */
export const ADDRESS_LINK_HOURS = 24;

/** Letters to strangers in somebody's name; what may be sent to one address is bounded with the sign-in links. */
export const ADDRESSES_BY_ONE_PERSON: Rate = { most: 10, minutes: 24 * 60 };

/** So long the news of a new way in can be answered with "This was not me". */
export const WAY_BACK_DAYS = 7;

export type Address = { readonly id: string; readonly address: string; readonly since: Temporal.Instant | null; readonly isForLetters: boolean };
