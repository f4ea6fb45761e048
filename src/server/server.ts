/** What those who run this server have settled for everybody on it. */
import { z } from "zod";

/** The channel on which every process hears that something here changed. */
export const SERVER_CHANNEL = "server";

export type Registration = "open" | "approval" | "invitation";
export type Founding = "anyone" | "request" | "administrators";

export type ServerSettings = {
  /** Null: as SITE_NAME says. */
  readonly name: string | null;
  /** A line for strangers on the front page. */
  readonly welcome: string;
  /** One of the five line colours, beneath the masthead. */
  readonly line: 1 | 2 | 3 | 4 | 5 | null;
  /** Who may found an organisation. */
  readonly founding: Founding;
  /** Who may make an account. */
  readonly registration: Registration;
  /** An e-mail address or a web address, shown at the foot of every page. */
  readonly contact: string;
  /** Markdown. */
  readonly terms: string;
};

export const defaults: ServerSettings = { name: null, welcome: "", line: null, founding: "anyone", registration: "open", contact: "", terms: "" };

const oneLine = (text: string) => text.replace(/\s+/g, " ");

export const settingsForm = z.object({
  name: z.string().max(80, "admin.settings.nameTooLong").default("").transform((text) => oneLine(text) || null),
  welcome: z.string().max(300, "admin.settings.welcomeTooLong").default("").transform(oneLine),
  line: z
    .enum(["", "1", "2", "3", "4", "5"])
    .default("")
    .transform((text) => (text ? (Number(text) as ServerSettings["line"]) : null)),
  founding: z.enum(["anyone", "request", "administrators"], "admin.settings.choose"),
  registration: z.enum(["open", "approval", "invitation"], "admin.settings.choose"),
  contact: z
    .string()
    .max(254, "admin.settings.contactWrong")
    .default("")
    .refine((text) => text === "" || contactHref(text) !== null, "admin.settings.contactWrong"),
  terms: z.string().max(20_000, "admin.settings.termsTooLong").default(""),
});

/** Where a contact leads: a letter or a page. Null for what is neither. */
export function contactHref(contact: string): string | null {
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact)) return `mailto:${contact}`;
  return /^https?:\/\/[^\s<>"]+$/.test(contact) && URL.canParse(contact) ? contact : null;
}

/** Which settings differ, by name: for the log, which holds no words. */
export function changedSettings(before: ServerSettings, after: ServerSettings): string[] {
  return (Object.keys(defaults) as (keyof ServerSettings)[]).filter((name) => before[name] !== after[name]);
}

export type Banner = { readonly id: string; readonly words: string; readonly untilAt: Temporal.Instant };

/** Those that hold at this moment, the newest first. */
export function bannersAt(banners: readonly Banner[], now: Temporal.Instant): Banner[] {
  return banners.filter(({ untilAt }) => Temporal.Instant.compare(untilAt, now) > 0);
}
