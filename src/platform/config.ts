/** The only file that reads the environment. What each setting means is in settings-table.ts. */
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createSecureContext } from "node:tls";
import { parseEnv } from "node:util";
import { SetupError, codeOf, messageOf } from "./errors.ts";
import type { BackupPlace } from "./backup/place.ts";
import { type File, type LogForm, type LogLevel, SETTINGS, type SettingKey, Wrong } from "./settings-table.ts";

export interface Config {
  readonly port: number;
  /** Undefined: every address of this machine. */
  readonly host: string | undefined;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly lettersAMinute: number;
  readonly dkim: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string } | null;
  readonly tls: { readonly cert: File; readonly key: File } | undefined;
  readonly trustProxy: boolean;
  readonly siteName: string;
  /** IANA; for those who have not chosen their own. */
  readonly zone: string;
  /** Undefined: each person's own. */
  readonly language: "en-GB" | "en-XA" | "ar-XB" | undefined;
  readonly logLevel: LogLevel;
  readonly logForm: LogForm;
  /** Undefined: /metrics is for this machine alone. */
  readonly metricsToken: string | undefined;
  /** In hours; null: never by itself. */
  /** Minutes */
  readonly editsWait: number;
  readonly backupEvery: number | null;
  readonly backupTo: BackupPlace;
  /** The moment at which the clock stands still, or undefined for the real time. */
  readonly now: Temporal.Instant | undefined;
  readonly testDatabase: boolean;
}

/** The settings as texts by their names, the environment's and the file's. */
export type Texts = Readonly<Record<string, string | undefined>>;

export const SETTINGS_FILE = "branchline.env";

/** Reads and checks every setting. What is wrong is a SetupError of one sentence. `over` wins over all (the command line). */
export function readConfig(over: Texts = {}, environment: Texts = process.env): Config {
  const file = settingsFile(environment);
  const given = (key: SettingKey): string | undefined => {
    const { name } = SETTINGS[key];
    return (over[name] ?? environment[name] ?? file[name])?.trim() || undefined;
  };
  const read = <K extends SettingKey>(key: K) => readOne(key, given(key)) as ReturnType<(typeof SETTINGS)[K]["read"]> | undefined;

  const port = read("port") ?? 3000;
  const tls = together([
    ["tlsCert", read("tlsCert")],
    ["tlsKey", read("tlsKey")],
  ]);
  const baseUrl = read("baseUrl") ?? `${tls ? "https" : "http"}://localhost:${port}`;
  const dataFolder = resolve(read("dataFolder") ?? "data");
  const backupEvery = read("backupEvery");
  const dkim = together([
    ["dkimDomain", read("dkimDomain")],
    ["dkimSelector", read("dkimSelector")],
    ["dkimKey", read("dkimKey")],
  ]);
  return {
    port,
    host: read("host"),
    baseUrl,
    dataFolder,
    databaseUrl: read("databaseUrl"),
    smtpUrl: read("smtpUrl"),
    mailFrom: read("mailFrom") ?? `Branchline <branchline@${new URL(baseUrl).hostname}>`,
    lettersAMinute: read("lettersAMinute") ?? 250,
    dkim: dkim ? { domainName: dkim[0] as string, keySelector: dkim[1] as string, privateKey: signingKey(dkim[2] as File) } : null,
    tls: tls && certificate(tls[0] as File, tls[1] as File),
    trustProxy: read("trustProxy") ?? false,
    siteName: read("siteName") ?? "Branchline",
    zone: read("zone") ?? "Europe/London",
    language: read("language"),
    logLevel: read("logLevel") ?? "warning",
    logForm: read("logForm") ?? "json",
    metricsToken: read("metricsToken"),
    editsWait: read("editsWait") ?? 3,
    backupEvery: backupEvery === undefined ? 24 : backupEvery,
    backupTo: read("backupTo") ?? { folder: join(dataFolder, "backups") },
    now: read("now"),
    testDatabase: read("testDatabase") ?? false,
  };
}

/** The process that started us, when it was tools/run.mjs: when that is gone, we go too. */
export function startedBy(environment: Texts = process.env): number | undefined {
  return Number(environment["BRANCHLINE_STARTED_BY"]) || undefined;
}

/** A URL for people's eyes. Also copes with the forms that `URL` refuses, such as postgresql://name@/database. */
export function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/?]*):[^@/]*@/, "$1@").replace(/([?&](?:password|pass)=)[^&]*/gi, "$1...");
}

function settingsFile(environment: Texts): Texts {
  const named = environment["BRANCHLINE_CONFIG"];
  const path = resolve(named ?? SETTINGS_FILE);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (!named && codeOf(error) === "ENOENT") return {};
    throw new SetupError(
      `The settings file ${path} cannot be read (${codeOf(error)}). Correct BRANCHLINE_CONFIG, or give this account the right to read it.`,
    );
  }
  const settings = parseEnv(text);
  const known = Object.values(SETTINGS).map((one) => one.name);
  const unknown = Object.keys(settings).find((name) => !known.includes(name));
  if (unknown) throw new SetupError(`${path} sets ${unknown}, which is no setting of Branchline. The settings are ${known.join(", ")}.`);
  return settings;
}

function readOne(key: SettingKey, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const { name, secret, read } = SETTINGS[key] as { name: string; secret?: boolean; read(text: string): unknown };
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    throw new SetupError(`${name} ${error.message}${secret ? "" : `, not "${text}"`}.`);
  }
}

/** Settings that make sense only all together: all values, or undefined when none is set. */
function together(values: [SettingKey, unknown][]): unknown[] | undefined {
  const missing = values.filter(([, value]) => value === undefined).map(([key]) => SETTINGS[key].name);
  if (missing.length === values.length) return undefined;
  if (missing.length === 0) return values.map(([, value]) => value);
  const names = values.map(([key]) => SETTINGS[key].name);
  throw new SetupError(`${names.join(", ")} belong together, and ${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not set.`);
}

function certificate(cert: File, key: File): { cert: File; key: File } {
  try {
    createSecureContext({ cert: cert.text, key: key.text });
    return { cert, key };
  } catch (error) {
    throw new SetupError(
      `TLS_CERT and TLS_KEY do not go together (${messageOf(error)}). TLS_CERT must hold the certificate first, then the chain; TLS_KEY its private key without a passphrase.`,
    );
  }
}

function signingKey({ path, text }: File): string {
  try {
    createPrivateKey(text);
    return text;
  } catch (error) {
    throw new SetupError(`DKIM_KEY names ${path}, which holds no private key that can be used (${messageOf(error)}).`);
  }
}

/** Where uploaded files are. */
export function filesFolder(config: Config): string {
  return join(config.dataFolder, "files");
}
