/**
 * Background work by graphile-worker. Its jobs are given back after a crash only after four hours, so each worker keeps a heartbeat row, and
 * whoever finds one that stopped gives its jobs back (at start and every half minute). A job that runs twice because of it is harmless: every
 * job here carries its own key or checks what is already done.
 */
import { run } from "graphile-worker";
import type { Runner } from "graphile-worker";
import pg from "pg";
import type { Connection, Database } from "../db/database.ts";
import { forgetWorker, giveBackJobs, silentWorkers, workerSeen } from "./worker.sql.ts";

export type Tasks = Record<string, (payload: Record<string, unknown>, job: { attempts: number; maxAttempts: number }) => Promise<void>>;

/** Cron patterns as graphile-worker reads them, in UTC. */
export type Schedule = { task: string; pattern: string }[];

export type Worker = { stop(): Promise<void> };

const BEAT_MS = 5_000;

export async function startWorker(db: Database, connection: Connection, tasks: Tasks, schedule: Schedule, onError: (task: string, error: unknown) => void): Promise<Worker> {
  await giveBackJobsOfTheDead(db);
  const pool = new pg.Pool({ ...connection, max: 4, application_name: "branchline worker" });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: silent,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        async (payload: unknown, { job }) => {
          try {
            await task(payload as Record<string, unknown>, { attempts: job.attempts, maxAttempts: job.max_attempts });
          } catch (error) {
            onError(name, error);
            throw error;
          }
        },
      ]),
    ),
    crontab: schedule.map(({ task, pattern }) => `${pattern} ${task}`).join("\n"),
  });
  const ids = new Set<string>();
  runner.events.on("worker:create", ({ worker }) => ids.add(worker.workerId));
  runner.events.on("worker:getJob:start", ({ worker }) => ids.add(worker.workerId));
  const beat = async () => {
    try {
      if (ids.size > 0) await workerSeen.run(db, [...ids]);
      await giveBackJobsOfTheDead(db);
    } catch {
      // the database is away for a moment; the next beat tells
    }
  };
  const timer = setInterval(() => void beat(), BEAT_MS);
  setImmediate(() => void beat());

  return {
    async stop() {
      clearInterval(timer);
      await runner.stop();
      await forgetWorker.run(db, [...ids]).catch(() => {});
      await pool.end();
    },
  };
}

async function giveBackJobsOfTheDead(db: Database): Promise<void> {
  const dead = await silentWorkers.many(db);
  if (dead.length === 0) return;
  const ids = dead.map((worker) => worker.workerId);
  await giveBackJobs.run(db, ids);
  await forgetWorker.run(db, ids);
}

const silent = { debug() {}, info() {}, warn() {}, error() {}, scope: () => silent } as never;
