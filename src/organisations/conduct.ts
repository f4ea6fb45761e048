/** How an organisation says that people treat each other, and whom somebody turns to who does not feel safe. Its branches and groups take it over. */
import { z } from "zod";
import { isId } from "../platform/ids.ts";

export type Conduct = {
  /** Markdown; empty where it stands elsewhere, or is not said */
  readonly words: string;
  readonly link: string | null;
  readonly contactId: string | null;
  /** E-mail or web */
  readonly contactAddress: string | null;
};

/** As the pages and letters of an event say it, for each of its hosts' organisations. */
export type HostConduct = { organisation: string; slug: string; hasCode: boolean; contact: string | null; address: string | null };

export function conductUrl(organisationSlug: string): string {
  return `/organisations/${organisationSlug}/conduct`;
}

const isWeb = (text: string) => /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text) && new URL(text).hostname.includes(".");
const isMail = (text: string) => /^[^\s@<>"?&]+@[^\s@<>"?&]+\.[^\s@<>"?&]+$/.test(text);

/** Where a contact's address leads. */
export function addressHref(address: string): string {
  return isMail(address) ? `mailto:${address}` : address;
}

export const conductForm = z
  .object({
    words: z.string().max(20_000, "conduct.wordsTooLong").default(""),
    link: z
      .string()
      .max(2000, "conduct.linkWrong")
      .default("")
      .refine((text) => text === "" || isWeb(text), "conduct.linkWrong")
      .transform((text) => text || null),
    contactId: z
      .string()
      .default("")
      .refine((text) => text === "" || isId(text), "conduct.personWrong")
      .transform((text) => text || null),
    contactAddress: z
      .string()
      .max(254, "conduct.addressWrong")
      .default("")
      .refine((text) => text === "" || isMail(text) || isWeb(text), "conduct.addressWrong")
      .transform((text) => text || null),
  })
  .refine(({ words, link }) => words === "" || link === null, { path: ["link"], message: "conduct.oneOfBoth" }) satisfies z.ZodType<Conduct>;
