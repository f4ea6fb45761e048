/**
 * Background work by graphile-worker. Its jobs are given back after a crash only after four hours, so each worker keeps a heartbeat row, and
 * whoever finds one that stopped gives its jobs back. A job that runs twice because of it is harmless: every job here carries its own key or
 * checks what is already done.
 */
import { EventEmitter } from "node:events";
import { run } from "graphile-worker";
import type { Runner, RunnerOptions } from "graphile-worker";
import pg from "pg";
import type { Connection, Database } from "../db/database.ts";
import { Heartbeat } from "./heartbeat.ts";

export type Tasks = Record<string, (payload: Record<string, unknown>, job: { attempts: number; maxAttempts: number }) => Promise<void>>;

/** Cron patterns as graphile-worker reads them, in UTC. */
export type Schedule = { task: string; pattern: string }[];

export type Worker = { stop(): Promise<void> };

/** So long may every look for a job fail, before the runner is made anew. */
const FAILING_MS = 3_000;

export async function startWorker(db: Database, connection: Connection, tasks: Tasks, schedule: Schedule, onError: (task: string, error: unknown) => void): Promise<Worker> {
  const pool = new pg.Pool({ ...connection, max: 6, application_name: "branchline worker" });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const underWay = new Set<string>();
  const heartbeat = new Heartbeat(db, underWay);
  const events = new EventEmitter();
  events.on("pool:create", ({ workerPool }: { workerPool: { id: string } }) => heartbeat.carry(workerPool.id));
  makeAnewWhenFailing();
  const options: RunnerOptions = {
    pgPool: pool,
    events,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: silent,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload, { job }) => perform(name, task, payload, job)])),
    crontab: schedule.map(({ task, pattern }) => `${pattern} ${task}`).join("\n"),
  };
  let runner: Runner = await run(options);
  let stopping = false;
  const running = keepRunning();

  return {
    async stop() {
      stopping = true;
      await runner.stop().catch(() => {}); // it may have stopped by itself, because the database went first
      await running;
      await heartbeat.stop();
      await pool.end();
    },
  };

  async function perform(name: string, task: Tasks[string], payload: unknown, job: { id: string; attempts: number; max_attempts: number }): Promise<void> {
    underWay.add(job.id);
    try {
      await task((payload ?? {}) as Record<string, unknown>, { attempts: job.attempts, maxAttempts: job.max_attempts });
    } catch (error) {
      onError(name, error);
      throw error;
    } finally {
      underWay.delete(job.id);
    }
  }

  /**
   * Each run asks once for the numbers of its tasks, and graphile-worker 0.18 remembers a failure of that one question for good: such a runner
   * looks for work every second and can never find any. Nothing but a new one helps.
   */
  function makeAnewWhenFailing(): void {
    let since: number | null = null;
    events.on("worker:getJob:empty", () => (since = null));
    events.on("job:start", () => (since = null));
    events.on("worker:getJob:error", () => {
      since ??= performance.now();
      if (performance.now() - since < FAILING_MS) return;
      since = null;
      void runner.stop().catch(() => {}); // then keepRunning makes the next
    });
  }

  /** The runner gives up when the database is away for long; then it is made anew, until there is one again. */
  async function keepRunning(): Promise<void> {
    while (!stopping) {
      await runner.promise.catch(() => {});
      while (!stopping) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const next = stopping ? null : await run(options).catch(() => null);
        if (next) {
          runner = next;
          break;
        }
      }
      if (stopping) await runner.stop().catch(() => {});
    }
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {}, scope: () => silent } as never;
