import pg from "pg";
import { withoutPassword } from "../config.ts";
import { SetupError, codeOf, messageOf } from "../errors.ts";

/** What must be true of a PostgreSQL that somebody else runs. What is not is a SetupError that says how to put it right. */
export async function checkServer(url: string, mayLoseData: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw cannotConnect(error, client, url);
  }
  try {
    const { rows } = await client.query<Facts>(`
      select current_setting('server_version') as version,
             current_setting('server_version_num')::int as "versionNumber",
             current_setting('server_encoding') as encoding,
             current_setting('fsync') = 'on' as fsync,
             has_database_privilege(current_database(), 'CREATE') as "mayCreate",
             current_database() as database,
             current_user as role`);
    const wrong = whatIsWrong(rows[0]!, mayLoseData);
    if (wrong) throw new SetupError(wrong);
  } finally {
    await client.end();
  }
}

interface Facts {
  version: string;
  versionNumber: number;
  encoding: string;
  fsync: boolean;
  mayCreate: boolean;
  database: string;
  role: string;
}

export function whatIsWrong(facts: Facts, mayLoseData: boolean): string | undefined {
  const { version, versionNumber, encoding, fsync, mayCreate, database, role } = facts;
  if (versionNumber < 180_000) {
    return `DATABASE_URL leads to PostgreSQL ${version}, and Branchline needs 18 or newer. Upgrade it, or leave DATABASE_URL out to use the built-in one.`;
  } else if (encoding !== "UTF8") {
    return `The database ${database} is encoded in ${encoding}. Make one in UTF-8: create database ${database} encoding 'UTF8' template template0.`;
  } else if (!fsync && !mayLoseData) {
    return "The PostgreSQL of DATABASE_URL runs with fsync off, so a power cut would lose what people wrote. Set fsync = on in its settings and restart it.";
  } else if (!mayCreate) {
    return `The role ${role} may not make tables in the database ${database}. As its administrator run: grant create on database ${database} to ${role}; alter schema public owner to ${role}.`;
  } else {
    return undefined;
  }
}

function cannotConnect(error: unknown, { host, port, user, database }: pg.Client, url: string): SetupError {
  const code = codeOf(error) ?? codeOf((error as AggregateError).errors?.[0]) ?? "";
  const where = host.startsWith("/") ? `in ${host}` : `at ${host}:${port}`;
  if (["28P01", "28000"].includes(code))
    return new SetupError(
      `The PostgreSQL ${where} does not let ${user} in: ${messageOf(error)}. Correct the name or the password in DATABASE_URL.`,
    );
  if (code === "3D000")
    return new SetupError(`The PostgreSQL ${where} has no database ${database}. Make it (createdb ${database}), or correct DATABASE_URL.`);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return new SetupError(`No machine is called ${host}. Correct DATABASE_URL, which is ${withoutPassword(url)}.`);
  if (["57P03", "53300"].includes(code))
    return new SetupError(`The PostgreSQL ${where} takes no connections at the moment (${messageOf(error)}). Try again shortly.`);
  return new SetupError(
    `No PostgreSQL answers ${where} (${code || messageOf(error)}). Start it, or correct DATABASE_URL, which is ${withoutPassword(url)}.`,
  );
}
