import { statfsSync } from "node:fs";
import { freemem } from "node:os";
import pg from "pg";
import { type Config, SETTINGS_FILE, withoutPassword } from "../platform/config.ts";
import { placeWords } from "../platform/backup/place.ts";
import { codeOf, messageOf } from "../platform/errors.ts";
import { DRILL_DAYS, isLate } from "../admin/backup.ts";
import { lastBackup, lastDrill } from "../admin/backup.sql.ts";
import { type Connection, openDatabase } from "../platform/db/database.ts";
import { openServer } from "../platform/db/server-open.ts";
import { migrationFiles } from "../platform/db/migrate.ts";
import { type Command, print, tell } from "./command.ts";

export const doctor: Command = {
  usage: "",
  meaning: "Looks at the machine, the settings and the database, and says what is not as it should be.",
  async run({ config }) {
    const findings = [...machine(), ...settings(config), ...(await database(config))];
    for (const { well, text } of findings) print(`${well ? "ok     " : "look   "} ${text}`);
    const wrong = findings.filter(({ well }) => !well).length;
    print(wrong === 0 ? "\nAll is well." : `\n${wrong} to look at.`);
    process.exitCode = wrong === 0 ? 0 : 1;
  },
};

interface Finding {
  well: boolean;
  text: string;
}

const GIGABYTE = 1_000_000_000;

function machine(): Finding[] {
  const free = freemem() / GIGABYTE;
  return [
    { well: true, text: `Node ${process.versions.node} on ${process.platform} ${process.arch}` },
    { well: free > 0.3, text: `${free.toFixed(1)} GB of memory are free (Branchline and its database need 0.3)` },
  ];
}

function settings({ baseUrl, dataFolder, smtpUrl, dkim, tls, trustProxy }: Config): Finding[] {
  const secure = baseUrl.startsWith("https:");
  const local = new URL(baseUrl).hostname === "localhost";
  return [
    { well: true, text: `Settings from the environment and ${SETTINGS_FILE}; data in ${dataFolder}` },
    {
      well: secure || local,
      text: `People reach it at ${baseUrl}${secure || local ? "" : ", without https: passkeys and notifications do not work there. Set BASE_URL to an https address"}`,
    },
    {
      well: !secure || tls !== undefined || trustProxy,
      text: tls
        ? "It serves https with its own certificate"
        : secure && !trustProxy
          ? "Neither TLS_CERT nor TRUST_PROXY is set: who serves https for it? Behind a proxy set TRUST_PROXY=yes"
          : "A proxy or nobody serves https for it",
    },
    {
      well: smtpUrl !== undefined,
      text:
        smtpUrl === undefined
          ? "SMTP_URL is not set: letters wait in the administrator's outbox"
          : `Letters go out by ${withoutPassword(smtpUrl)}${dkim ? ", signed with DKIM" : ""}`,
    },
  ];
}

async function database(config: Config): Promise<Finding[]> {
  try {
    const server = await openServer(config, tell);
    try {
      return [...space(config, server.builtIn), ...(await schema(server.connection)), ...(await backups(config, server.connection))];
    } finally {
      await server.stop();
    }
  } catch (error) {
    return [{ well: false, text: messageOf(error) }];
  }
}

function space({ dataFolder }: Config, builtIn: boolean): Finding[] {
  if (!builtIn) return [];
  const { bavail, bsize } = statfsSync(dataFolder);
  const free = (bavail * bsize) / GIGABYTE;
  return [
    { well: free > 1, text: `${free.toFixed(1)} GB are free where the data are${free > 1 ? "" : ": make room before the disk is full"}` },
  ];
}

async function schema(connection: Connection): Promise<Finding[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; size: string; there: boolean }>(
      "select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size, to_regclass('migration') is not null as there",
    );
    const { version, size, there } = rows[0]!;
    const known = (await migrationFiles()).map(({ name }) => name);
    const ran = there ? (await client.query<{ name: string }>("select name from migration")).rows.map(({ name }) => name) : [];
    const missing = known.filter((name) => !ran.includes(name));
    const newer = ran.filter((name) => !known.includes(name));
    return [
      { well: true, text: `PostgreSQL ${version} answers; the database takes ${size}` },
      {
        well: true,
        text:
          missing.length === 0
            ? "Its schema is that of this version"
            : `The next start brings its schema up to date (${missing.length} steps)`,
      },
      ...(newer.length === 0
        ? []
        : [{ well: false, text: `A newer version of Branchline has used this database (${newer.join(", ")}). Use that one` }]),
    ];
  } finally {
    await client.end();
  }
}

/** As the administrators' overview says it. */
async function backups(config: Config, connection: Connection): Promise<Finding[]> {
  const db = openDatabase(connection, { readers: 1 });
  try {
    const [last, drilled] = await Promise.all([lastBackup.maybe(db), lastDrill.maybe(db)]);
    const now = Temporal.Now.instant();
    const day = (at: Temporal.Instant) => at.toString({ smallestUnit: "minute" }).replace("T", " ");
    const place = placeWords(config.backupTo);
    const late = isLate(config.backupEvery, last?.finishedAt ?? null, now);
    const drillIsOld = drilled !== null && now.since(drilled.drilledAt).total("hours") > DRILL_DAYS * 24;
    return [
      {
        well: !late,
        text: last
          ? `The last backup was made on ${day(last.startedAt)}, in ${place}${late ? ": a newer one is due. Look at the administrators' overview" : ""}`
          : `No backup has been made by itself yet${config.backupEvery === null ? ", because BACKUP_EVERY says no" : `; the first goes to ${place} within an hour of starting`}`,
      },
      {
        well: !drillIsOld,
        text: drilled ? `A backup was last restored to try on ${day(drilled.drilledAt)}${drillIsOld ? ". Do it again: branchline restore --drill" : ""}` : "No backup has been restored to try yet: branchline restore --drill",
      },
    ];
  } catch (error) {
    if (codeOf(error) === "42P01") return []; // a database that has never been used
    throw error;
  } finally {
    await db.close();
  }
}
