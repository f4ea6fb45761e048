/**
 * Who sees a field of somebody's profile. Audiences lie within each other like rings, and how close a viewer is says which rings they stand in.
 * The name, its Latin form and the handle on the sticker have no audience: they are what a person is called, for all who may see them at all.
 */
import { z } from "zod";

/** From the widest to the narrowest; SQL (`audience.sql.ts`) counts them in the same order, from 1. */
export const AUDIENCES = ["everyone", "networks", "known", "me"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The fields that have one, in the order of the form. Named as in the profile, and so stored. */
export const FIELDS = ["pronouns", "talkAbout", "languages", "homeArea", "employer", "about", "photo"] as const;
export type ProfileField = (typeof FIELDS)[number];

export type Audiences = Partial<Record<ProfileField, Audience>>;

/** How close somebody is: the narrowest audience that they belong to. */
export type Closeness = Audience;

export function isShown(audience: Audience | undefined, closeness: Closeness): boolean {
  return AUDIENCES.indexOf(audience ?? "everyone") <= AUDIENCES.indexOf(closeness);
}

export function isAudience(word: unknown): word is Audience {
  return (AUDIENCES as readonly unknown[]).includes(word);
}

const audience = z.enum(AUDIENCES, "people.audience.missing");

export const audiencesForm = z.object({ pronouns: audience, talkAbout: audience, languages: audience, homeArea: audience, employer: audience, about: audience, photo: audience });
