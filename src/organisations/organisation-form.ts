/** What the forms of organisations and units ask for. */
import { z } from "zod";
import { isZone } from "../people/profile.ts";
import type { OrganisationAsk, Unit, UnitAsk } from "./unit.ts";

const name = z.string("organisations.nameMissing").min(1, "organisations.nameMissing").max(160, "organisations.nameTooLong").transform((text) => text.replace(/\s+/g, " "));
const area = z.string().max(120, "organisations.areaTooLong").default("").transform((text) => text.replace(/\s+/g, " ") || null);
const summary = z.string().max(400, "organisations.summaryTooLong").default("");
const about = z.string().max(20_000, "organisations.aboutTooLong").default("");
const joinPolicy = z.enum(["open", "request", "invitation"], "organisations.policyMissing");
const website = z
  .string()
  .max(300, "organisations.websiteWrong")
  .default("")
  .transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`))
  .refine((text) => text === "" || (URL.canParse(text) && new URL(text).hostname.includes(".")), "organisations.websiteWrong")
  .transform((text) => text || null);

const mailbox = z
  .string()
  .default("")
  .refine((text) => text === "" || (text.length <= 254 && z.email().safeParse(text).success), "organisations.mailboxWrong")
  .transform((text) => text || null);

export const organisationForm = z.object({
  name,
  code: z
    .string("organisations.codeWrong")
    .transform((text) => text.toUpperCase())
    .refine((text) => /^[A-Z]{3}$/.test(text), "organisations.codeWrong"),
  line: z.enum(["1", "2", "3", "4", "5"], "organisations.lineMissing").transform(Number),
  area,
  summary,
  about,
  zone: z.string("organisations.zoneMissing").refine(isZone, "organisations.zoneMissing"),
  onlineOnly: z.string().default("").transform((text) => text === "yes"),
  website,
  mailbox,
  joinPolicy,
}) satisfies z.ZodType<OrganisationAsk>;

export const unitForm = z.object({ name, area, summary, about, joinPolicy }) satisfies z.ZodType<UnitAsk>;

export const newUnitForm = unitForm.extend({
  kind: z.enum(["branch", "group", "committee"], "organisations.kindMissing"),
  parentId: z.uuid("organisations.parentMissing"),
});

/** What stands in the form before anything is typed. */
export function organisationTyped(unit: Unit): Record<string, string> {
  const { name, code, line, area, summary, about, zone, onlineOnly, website, mailbox, joinPolicy } = unit;
  return { name, code, line: String(line), area: area ?? "", summary, about, zone, onlineOnly: onlineOnly ? "yes" : "", website: website ?? "", mailbox: mailbox ?? "", joinPolicy };
}

export function unitTyped({ name, area, summary, about, joinPolicy }: Unit): Record<string, string> {
  return { name, area: area ?? "", summary, about, joinPolicy };
}
