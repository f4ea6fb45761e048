/** What someone says of themselves, as the forms ask for it. */
import { z } from "zod";
import type { Network } from "./handle.ts";
import { languageCode, languageName, languageOfName } from "./language.ts";
import { splitList } from "./person.ts";
import { isTooExact } from "./town.ts";

export type Profile = {
  name: string;
  nameLang: string | null;
  latinName: string | null;
  pronouns: string | null;
  talkAbout: string[];
  languages: string[];
  homeArea: string | null;
  employer: string | null;
  about: string | null;
  zone: string;
};

export type NewPerson = { profile: Profile; address: string; handle: { network: Network; value: string } | null; administrator?: boolean };

const text = (most: number, tooLong: string) => z.string().max(most, tooLong).default("").transform((value) => value.replace(/[^\S\n]+/g, " ") || null);

const name = z.string("people.nameMissing").min(1, "people.nameMissing").max(200, "people.nameTooLong").transform((value) => value.replace(/\s+/g, " "));
const latinName = text(200, "people.nameTooLong").refine((value) => !value || /\p{Script=Latin}/u.test(value), "people.latinNameNotLatin");
const talkAbout = z
  .string()
  .default("")
  .transform(splitList)
  .refine((list) => list.length <= 8, "people.talkAboutTooMany")
  .refine((list) => list.every((each) => each.length <= 60), "people.talkAboutTooLong");
const zone = z.string("people.zoneUnknown").refine(isZone, "people.zoneUnknown");

/** The first sticker: what fits on one, and nothing that can wait. */
export const stickerForm = z.object({
  name,
  latinName,
  pronouns: text(60, "people.pronounsTooLong"),
  talkAbout,
  zone: z.string().default(""),
});

export const profileForm = z
  .object({
    name,
    latinName,
    pronouns: text(60, "people.pronounsTooLong"),
    talkAbout,
    languages: z
      .string()
      .default("")
      .transform(splitList)
      .refine((list) => list.every((each) => languageCode(each) !== null), "people.languageUnknown")
      .transform((list) => [...new Set(list.map((each) => languageCode(each)!))])
      .refine((list) => list.length <= 12, "people.languagesTooMany"),
    homeArea: text(120, "people.homeAreaTooLong").refine((area) => !area || !isTooExact(area), "people.homeAreaTooExact"),
    employer: text(160, "people.employerTooLong"),
    about: text(2000, "people.aboutTooLong"),
    zone,
  })
  .transform((value): Profile => ({ ...value, nameLang: languageOfName(value.name, value.languages) }));

/** A profile as the form's fields hold it. */
export function profileValues(profile: Omit<Profile, "nameLang">): Record<string, string> {
  return {
    name: profile.name,
    latinName: profile.latinName ?? "",
    pronouns: profile.pronouns ?? "",
    talkAbout: profile.talkAbout.join(", "),
    languages: profile.languages.map((code) => languageName(code)).join(", "),
    homeArea: profile.homeArea ?? "",
    employer: profile.employer ?? "",
    about: profile.about ?? "",
    zone: profile.zone,
  };
}

export function isZone(name: string): boolean {
  try {
    return name.includes("/") && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return name === "UTC";
  }
}
