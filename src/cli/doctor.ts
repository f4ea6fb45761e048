import pg from "pg";
import { type Config, SETTINGS_FILE } from "../platform/config.ts";
import { codeOf, messageOf } from "../platform/errors.ts";
import { backupFindings, diskFinding, type Finding, jobFinding, memoryFinding, settingFindings } from "../admin/finding.ts";
import { failedCounts } from "../admin/failed-job.sql.ts";
import { lastBackup, lastDrill } from "../admin/backup.sql.ts";
import { type Connection, openDatabase } from "../platform/db/database.ts";
import { openServer } from "../platform/db/server-open.ts";
import { migrationFiles } from "../platform/db/migrate.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { freeDisk, freeMemory } from "../platform/machine.ts";
import { type Command, print, tell } from "./command.ts";

export const doctor: Command = {
  usage: "",
  meaning: "Looks at the machine, the settings and the database, and says what is not as it should be. Ends with 0 when all is well, with 1 when there is something to look at.",
  async run({ config }) {
    const findings = [...machine(), ...settings(config), ...(await database(config))];
    for (const { well, text } of findings) print(`${well ? "ok     " : "look   "} ${text}`);
    const wrong = findings.filter(({ well }) => !well).length;
    print(wrong === 0 ? "\nAll is well." : `\n${wrong} to look at.`);
    process.exitCode = wrong === 0 ? 0 : 1;
  },
};

type Line = { well: boolean; text: string };

const t = translator(defaultLocale);

function said({ well, key, values }: Finding): Line {
  return { well, text: t(key, values) };
}

function machine(): Line[] {
  return [{ well: true, text: `Node ${process.versions.node} on ${process.platform} ${process.arch}` }, said(memoryFinding(freeMemory()))];
}

function settings(config: Config): Line[] {
  return [{ well: true, text: `Settings from the environment and ${SETTINGS_FILE}; data in ${config.dataFolder}` }, ...settingFindings(config).map(said)];
}

async function database(config: Config): Promise<Line[]> {
  try {
    const server = await openServer(config, tell);
    try {
      const free = server.builtIn ? freeDisk(config.dataFolder) : null;
      return [...(free === null ? [] : [said(diskFinding(free))]), ...(await schema(server.connection)), ...(await work(config, server.connection))];
    } finally {
      await server.stop();
    }
  } catch (error) {
    return [{ well: false, text: messageOf(error) }];
  }
}

async function schema(connection: Connection): Promise<Line[]> {
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
      { well: true, text: missing.length === 0 ? "Its schema is that of this version" : `The next start brings its schema up to date (${missing.length} steps)` },
      ...(newer.length === 0 ? [] : [{ well: false, text: `A newer version of Branchline has used this database (${newer.join(", ")}). Use that one` }]),
    ];
  } finally {
    await client.end();
  }
}

/** Backups, and jobs that were given up. */
async function work(config: Config, connection: Connection): Promise<Line[]> {
  const db = openDatabase(connection, { readers: 1 });
  try {
    const [last, drill, { givenUp }] = await Promise.all([lastBackup.maybe(db), lastDrill.maybe(db), failedCounts.one(db)]);
    const day = (at: Temporal.Instant) => at.toString({ smallestUnit: "minute" }).replace("T", " ");
    return [...backupFindings(config, { last, drilledAt: drill?.drilledAt ?? null }, Temporal.Now.instant(), day), jobFinding(givenUp)].map(said);
  } catch (error) {
    if (["42P01", "3F000"].includes(codeOf(error) ?? "")) return []; // a database that has never been used
    throw error;
  } finally {
    await db.close();
  }
}
