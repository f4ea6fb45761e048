import type { Rate } from "../platform/http/rate.ts";

export const LINK_MINUTES = 30;

/** How long someone may take over their first sticker once their address is proved. */
export const WELCOME_HOURS = 2;

/** Enough for those whose letters are slow, too few to fill someone's inbox. */
export const LINKS_TO_ONE_ADDRESS: Rate = { most: 5, minutes: 60 };

/** A whole library may sit behind one address of the internet. */
export const LINKS_FROM_ONE_CLIENT: Rate = { most: 30, minutes: 15 };

/** Links opened and passkeys tried. A link's 256 bits are not to be guessed; this only keeps the noise down. */
export const TRIES_FROM_ONE_CLIENT: Rate = { most: 60, minutes: 15 };

/** Where proving an address leads. */
export type Entered =
  | { kind: "signed-in"; personId: string; session: string; next: string }
  /** Nobody owns the address yet: they make their sticker. `welcome` is for a cookie. */
  | { kind: "new"; welcome: string }
  /** The address is theirs, and the way in is closed for now. */
  | { kind: "suspended"; personId: string };
