import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { BackupPlace } from "./backup/place.ts";
import { messageOf } from "./errors.ts";

export interface Setting<T> {
  readonly name: string;
  /** What it means, for people: in `--help`, in `doctor`, and in the README, which are all made from this table. */
  readonly meaning: string;
  readonly example: string;
  /** What holds when it is not set, in words; empty for "nothing". */
  readonly otherwise: string;
  /** Its value is never printed. */
  readonly secret?: boolean;
  /** The value for the program. Throws a Wrong, whose message goes after "NAME ... ". */
  read(text: string): T;
}

/** `must be a number between 1 and 65535` */
export class Wrong extends Error {}

const setting = <T>(one: Setting<T>): Setting<T> => one;

/** Every setting there is. Set in the environment or in the settings file; the environment wins. */
export const SETTINGS = {
  port: setting({ name: "PORT", meaning: "The port on which Branchline listens.", example: "8080", otherwise: "3000", read: portNumber }),
  host: setting({
    name: "HOST",
    meaning: "The address on which it listens; `127.0.0.1` behind a proxy on the same machine.",
    example: "127.0.0.1",
    otherwise: "every address of this machine",
    read: word,
  }),
  baseUrl: setting({
    name: "BASE_URL",
    meaning: "The address that people type. It goes into letters, feeds and calendars, so settle it before you invite anyone.",
    example: "https://meet.example.org",
    otherwise: "http://localhost and the port",
    read: origin,
  }),
  dataFolder: setting({
    name: "DATA_DIR",
    meaning: "The folder for the built-in database and uploaded files.",
    example: "/var/lib/branchline",
    otherwise: "./data",
    read: word,
  }),
  databaseUrl: setting({
    name: "DATABASE_URL",
    meaning: "Your own PostgreSQL, version 18 or newer, instead of the built-in one.",
    example: "postgresql://branchline:secret@db.example.org/branchline",
    otherwise: "the built-in one",
    secret: true,
    read: databaseUrl,
  }),
  smtpUrl: setting({
    name: "SMTP_URL",
    meaning: "The mail server that sends Branchline's letters. Without it they wait in the administrator's outbox.",
    example: "smtps://name:secret@mail.example.org",
    otherwise: "",
    secret: true,
    read: smtpUrl,
  }),
  mailFrom: setting({
    name: "MAIL_FROM",
    meaning: "From whom letters come.",
    example: "Branchline <hello@meet.example.org>",
    otherwise: "branchline@ and the name in BASE_URL",
    read: mailbox,
  }),
  lettersAMinute: setting({
    name: "LETTERS_A_MINUTE",
    meaning: "How many letters to many people the mail server is given in a minute; what your provider allows. A sign-in link and whatever else somebody waits for goes at once, beyond these.",
    example: "60",
    otherwise: "250",
    read: perMinute,
  }),
  dkimDomain: setting({
    name: "DKIM_DOMAIN",
    meaning: "Signs letters for this domain; needs the next two as well. Leave out when your mail server signs.",
    example: "meet.example.org",
    otherwise: "",
    read: word,
  }),
  dkimSelector: setting({
    name: "DKIM_SELECTOR",
    meaning: "The name under which the DKIM key is in the DNS.",
    example: "branchline",
    otherwise: "",
    read: word,
  }),
  dkimKey: setting({
    name: "DKIM_KEY",
    meaning: "The file with the private DKIM key (PEM).",
    example: "/etc/branchline/dkim.pem",
    otherwise: "",
    read: pemFile,
  }),
  tlsCert: setting({
    name: "TLS_CERT",
    meaning: "The file with the certificate chain (PEM), to serve https without a proxy. Send SIGHUP after renewing it.",
    example: "/etc/branchline/fullchain.pem",
    otherwise: "",
    read: pemFile,
  }),
  tlsKey: setting({
    name: "TLS_KEY",
    meaning: "The file with the certificate's private key (PEM).",
    example: "/etc/branchline/privkey.pem",
    otherwise: "",
    read: pemFile,
  }),
  trustProxy: setting({
    name: "TRUST_PROXY",
    meaning: "`yes` when a proxy in front sets X-Forwarded-For: the visitor's address is then read from there. Never without one.",
    example: "yes",
    otherwise: "no",
    read: yesOrNo,
  }),
  siteName: setting({
    name: "SITE_NAME",
    meaning: "What this server is called, at the foot of pages and in letters.",
    example: "Fenbridge Branchline",
    otherwise: "Branchline",
    read: word,
  }),
  zone: setting({
    name: "ZONE",
    meaning: "The time zone in which strangers see times, and the first offer in forms.",
    example: "Europe/Dublin",
    otherwise: "Europe/London",
    read: zone,
  }),
  language: setting({
    name: "LANGUAGE_OF_PAGES",
    meaning: "The language of all pages: en-GB, or en-XA and ar-XB, the two made-up ones that tests use.",
    example: "en-GB",
    otherwise: "what each person chose",
    read: language,
  }),
  logLevel: setting({
    name: "LOG",
    meaning: "How much is written to the log: `debug`, `info`, `warning`, `error` or `off`.",
    example: "info",
    otherwise: "warning",
    read: logLevel,
  }),
  logForm: setting({
    name: "LOG_FORM",
    meaning: "How the log is written: `json`, one object a line, or `text` for people's eyes.",
    example: "text",
    otherwise: "json",
    read: logForm,
  }),
  metricsToken: setting({
    name: "METRICS_TOKEN",
    meaning: "Opens `/metrics` to programs that send it as a bearer token; 16 letters or more.",
    example: "3uDkPz0RwT8vYb5c",
    otherwise: "programs on this machine, where no proxy is in front",
    secret: true,
    read: longWord,
  }),
  editsWait: setting({
    name: "EDITS_WAIT",
    meaning: "Minutes without a further edit of a meet-up, after which one letter tells of all of them.",
    example: "10",
    otherwise: "3",
    read: upToAnHour,
  }),
  backupEvery: setting({
    name: "BACKUP_EVERY",
    meaning: "How often a backup is made by itself, such as `24h`; `no` for never. Seven days, four weeks and twelve months are kept.",
    example: "6h",
    otherwise: "24h",
    read: everyHours,
  }),
  backupTo: setting({
    name: "BACKUP_TO",
    meaning: "Where backups lie: a folder, best on another disk, or a bucket of S3 or its like.",
    example: "s3://KEY:SECRET@s3.example.org/bucket/branchline/?region=eu-west-2",
    otherwise: "backups in DATA_DIR",
    secret: true,
    read: backupPlace,
  }),
  now: setting({
    name: "NOW",
    meaning: "Stops the clock at this moment, for demonstrations, screenshots and tests.",
    example: "2026-07-06T09:00:00Z",
    otherwise: "the real time",
    read: moment,
  }),
  testDatabase: setting({
    name: "TEST_DATABASE",
    meaning: "`yes` accepts a PostgreSQL that may lose data (fsync off). Only for tests.",
    example: "yes",
    otherwise: "no",
    read: yesOrNo,
  }),
} as const;

export type SettingKey = keyof typeof SETTINGS;

export interface File {
  readonly path: string;
  readonly text: string;
}

function portNumber(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65535) return port;
  throw new Wrong("must be a number up to 65535");
}

function word(text: string): string {
  return text;
}

function longWord(text: string): string {
  if (/^\S{16,200}$/.test(text)) return text;
  throw new Wrong("must be 16 to 200 letters and digits without a space");
}

function origin(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Wrong("must be a whole address such as https://meet.example.org");
  if (url.pathname !== "/" || url.search || url.hash || url.username)
    throw new Wrong("must end after the name (and port), without a path: Branchline lives at the top of its address");
  return url.origin;
}

function databaseUrl(text: string): string {
  if (/^postgres(ql)?:\/\//.test(text)) return text;
  throw new Wrong("must look like postgresql://name:password@host:5432/database, or postgresql:///database?host=/socket/folder");
}

function smtpUrl(text: string): string {
  const url = URL.parse(text);
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname) return text;
  throw new Wrong("must look like smtps://name:password@mail.example.org or smtp://localhost:25");
}

function mailbox(text: string): string {
  if (/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(text)) return text;
  throw new Wrong("must be an email address, or a name and an address such as Branchline <hello@example.org>");
}

function pemFile(path: string): File {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Wrong(`names a file that cannot be read (${messageOf(error)})`);
  }
  if (!text.includes("-----BEGIN ")) throw new Wrong(`must name a PEM file, which begins with -----BEGIN; ${path} does not`);
  return { path, text };
}

function zone(text: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new Wrong("must be a time zone of the IANA list, such as Europe/London");
  }
}

function language(text: string): "en-GB" | "en-XA" | "ar-XB" {
  if (text === "en-GB" || text === "en-XA" || text === "ar-XB") return text;
  throw new Wrong("must be en-GB, en-XA or ar-XB");
}

export type LogLevel = "debug" | "info" | "warning" | "error" | "off";

function logLevel(text: string): LogLevel {
  if (["debug", "info", "warning", "error", "off"].includes(text)) return text as LogLevel;
  throw new Wrong("must be debug, info, warning, error or off");
}

export type LogForm = "json" | "text";

function logForm(text: string): LogForm {
  if (text === "json" || text === "text") return text;
  throw new Wrong("must be json or text");
}

function upToAnHour(text: string): number {
  const minutes = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (minutes <= 60) return minutes;
  throw new Wrong("must be a number of minutes from 0 to 60");
}

function perMinute(text: string): number {
  const letters = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (letters >= 1 && letters <= 100_000) return letters;
  throw new Wrong("must be a number from 1 to 100000");
}

/** Null: never. */
function everyHours(text: string): number | null {
  if (/^(no|never|off)$/i.test(text)) return null;
  const hours = Number(/^(\d+) ?h$/i.exec(text)?.[1]);
  if (hours >= 1 && hours <= 24 * 31) return hours;
  throw new Wrong("must be a number of hours from 1h to 744h, or no");
}

/** `s3+http://` is for a bucket on this machine or network; anything else goes by https. */
function backupPlace(text: string): BackupPlace {
  if (!/^s3(\+http)?:/.test(text)) return { folder: resolve(text) };
  const url = URL.parse(text.replace(/^s3(\+http)?:/, (_, plain: string | undefined) => (plain ? "http:" : "https:")));
  const [bucket = "", ...rest] = url?.pathname.slice(1).split("/") ?? [];
  if (!url?.username || !url.password || !bucket) throw new Wrong("must be a folder, or look like s3://KEY:SECRET@s3.example.org/bucket/prefix/?region=eu-west-2 (with / in the secret written %2F)");
  const prefix = decodeURIComponent(rest.join("/")).replace(/([^/])$/, "$1/");
  return { s3: { endpoint: url.origin, bucket, prefix, region: url.searchParams.get("region") ?? "us-east-1", keyId: decodeURIComponent(url.username), secret: decodeURIComponent(url.password) } };
}

function yesOrNo(text: string): boolean {
  if (/^(yes|true|1|on)$/i.test(text)) return true;
  if (/^(no|false|0|off)$/i.test(text)) return false;
  throw new Wrong("must be yes or no");
}

/** A whole instant, or a date, which then means nine in the morning, UTC. */
function moment(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T09:00Z` : text);
  } catch {
    throw new Wrong("must be a date or a moment such as 2026-07-06 or 2026-07-06T09:00:00Z");
  }
}
