/**
 * What somebody wishes for at every meet-up. Whether they may be in photos, and what they would do to make others welcome, is for the organisers of what
 * they answer; how they like to be met is for nobody: only what we suggest follows it.
 */
import { z } from "zod";
import type { MessageKey } from "../platform/i18n/catalogue.ts";

export const PHOTO_CONSENTS = ["fine", "ask", "no"] as const;
export type PhotoConsent = (typeof PHOTO_CONSENTS)[number];

export const WAYS_TO_BE_MET = ["come_to_me", "i_come_to_you", "text_first"] as const;
export type WayToBeMet = (typeof WAYS_TO_BE_MET)[number];

/** What somebody would do for others: meet newcomers at the door, host a table. */
export const WELCOMES = ["newcomers", "table"] as const;
export type Welcome = (typeof WELCOMES)[number];

export type Wishes = { readonly photoConsent: PhotoConsent | null; readonly toBeMet: WayToBeMet | null; readonly welcomes: readonly Welcome[] };

/** As organisers read it beside a name. */
export const PHOTO_WORDS = { fine: "people.wishes.photosFine", ask: "people.wishes.photosAsk", no: "people.wishes.photosNo" } as const satisfies Record<PhotoConsent, MessageKey>;

const orNull = <T extends string>(value: T | "") => (value === "" ? null : value);

export const wishesForm = z.object({
  photoConsent: z.enum([...PHOTO_CONSENTS, ""], "people.wishes.missing").transform(orNull),
  toBeMet: z.enum([...WAYS_TO_BE_MET, ""], "people.wishes.missing").transform(orNull),
  welcomes: z.preprocess((ticked) => [ticked ?? []].flat(), z.array(z.enum(WELCOMES, "people.wishes.missing")).max(WELCOMES.length)),
});
