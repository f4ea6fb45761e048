/** All that /metrics says: what this process answers and takes, and what waits in the database. Counts and names of routes only, of nobody. */
import type { House } from "./house.ts";
import { exposition, gauge } from "./platform/metrics.ts";
import type { Family } from "./platform/metrics.ts";
import { processFamilies } from "./platform/process-metrics.ts";
import type { Traffic } from "./platform/http/traffic.ts";
import { workload } from "./metrics.sql.ts";

/** Without the database it says what it can: then somebody is most likely looking. */
export async function metricsText(house: House, traffic: Traffic): Promise<string> {
  const found = await workload.maybe(house.db.slow).catch(() => null);
  return exposition([gauge("branchline_database_up", "Whether the database answers.", found ? 1 : 0), ...(found ? waiting(found) : []), ...connections(house), ...processFamilies(), ...traffic.families()]);
}

function waiting(found: Awaited<ReturnType<typeof workload.one>>): Family[] {
  const by = (states: Record<string, number>) => Object.entries(states).map(([state, value]) => ({ labels: { state }, value }));
  return [
    gauge("branchline_jobs", "Jobs: due and waiting, failed and tried again, given up.", by({ waiting: found.jobsWaiting, trying_again: found.jobsTrying, given_up: found.jobsGivenUp })),
    gauge("branchline_letters", "Letters that are not sent: waiting, refused for good, kept for want of a mail server.", by({ waiting: found.lettersWaiting, refused: found.lettersRefused, kept: found.lettersKept })),
    gauge("branchline_workers", "Workers that are at work.", found.workers),
  ];
}

function connections({ db }: House): Family[] {
  const load = Object.entries(db.load());
  return [
    gauge("branchline_database_connections", "Connections of this process, by pool: in use, idle.", load.flatMap(([pool, { inUse, idle }]) => [{ labels: { pool, state: "in_use" }, value: inUse }, { labels: { pool, state: "idle" }, value: idle }])),
    gauge("branchline_database_waiting", "Who waits for a connection, by pool.", load.map(([pool, { waiting }]) => ({ labels: { pool }, value: waiting }))),
  ];
}
