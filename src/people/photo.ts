/** A photo on somebody's sticker, in the place of their initials. */
import { z } from "zod";
import { AUDIENCES } from "./audience.ts";
import type { WhyRefused } from "../platform/pictures/square.ts";

export const MOST_BYTES = 10 * 1024 * 1024;

export type Photo = {
  readonly key: string;
  /** What it shows, for those who do not see it; empty: their name. */
  readonly words: string;
};

export const SIZES = ["large", "small"] as const;
export type Size = (typeof SIZES)[number];

/** What a browser offers to choose from. A telephone that keeps HEIC hands over a JPEG when HEIC is not in the list. */
export const ACCEPTED = "image/jpeg,image/png,image/webp,image/avif";

export const photoForm = z.object({
  words: z.string().max(200, "people.photo.wordsTooLong").default(""),
  photoAudience: z.enum(AUDIENCES, "people.audience.missing"),
});

export const PHOTO_FAULTS = {
  missing: "people.photo.missing",
  "too-large": "people.photo.tooLarge",
  "no-picture": "people.photo.noPicture",
  heic: "people.photo.heic",
  "too-many-pixels": "people.photo.tooManyPixels",
  "too-small": "people.photo.tooSmall",
  "no-decoder": "people.photo.noDecoder",
} as const satisfies Record<WhyRefused | "missing" | "too-large", string>;

export type PhotoFault = keyof typeof PHOTO_FAULTS;
