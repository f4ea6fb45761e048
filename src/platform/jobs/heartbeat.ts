import type { Database } from "../db/database.ts";
import { forgetWorker, giveBackJobs, giveBackUnheard, lockedFor, silentWorkers, workerSeen } from "./worker.sql.ts";

const BEAT_MS = 5_000;

/** Three beats. With the next beat of another and its next look for work, jobs of a dead worker go on within half a minute. */
const SILENT_MS = 15_000;

/** Says every few seconds that this process's workers live, and gives back the jobs of those that stopped saying so. */
export class Heartbeat {
  /** What graphile-worker writes into the rows that it locks: the pool's id, not the workers'. */
  #name: string | null = null;
  #db: Database;
  #underWay: ReadonlySet<string>;
  #timer = setInterval(() => void this.#beat(), BEAT_MS);
  #lastBeat = performance.now();
  #steadySince = performance.now();

  /** `underWay` are the ids of the jobs that this process is doing. */
  constructor(db: Database, underWay: ReadonlySet<string>) {
    this.#db = db;
    this.#underWay = underWay;
  }

  /** From now on for this pool; the one before it has ended, and what it left locked is given back like a dead one's. */
  carry(name: string): void {
    this.#name = name;
    void this.#beat();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#name) await forgetWorker.run(this.#db, [this.#name]).catch(() => {});
  }

  async #beat(): Promise<void> {
    try {
      if (this.#name) await workerSeen.run(this.#db, this.#name);
      const now = performance.now();
      if (now - this.#lastBeat > 2 * BEAT_MS) this.#steadySince = now;
      this.#lastBeat = now;
      // While the database or this machine was away, nobody could beat: whoever is back first must not take the others for dead.
      if (now - this.#steadySince > SILENT_MS) await this.#giveBackJobsOfTheDead();
      await this.#giveBackUnheard();
    } catch {
      // the database is away for a moment; the next beat tells
    }
  }

  async #giveBackJobsOfTheDead(): Promise<void> {
    const dead = (await silentWorkers.many(this.#db, SILENT_MS / 1000)).map((worker) => worker.workerId);
    if (dead.length === 0) return;
    await giveBackJobs.run(this.#db, dead);
    await forgetWorker.run(this.#db, dead);
  }

  /** A connection can break after a job was locked for us and before we heard of it. */
  async #giveBackUnheard(): Promise<void> {
    if (!this.#name) return;
    const locked = await lockedFor.many(this.#db, this.#name, SILENT_MS / 1000);
    const unheard = locked.map((job) => job.id).filter((id) => !this.#underWay.has(id));
    if (unheard.length > 0) await giveBackUnheard.run(this.#db, this.#name, unheard);
  }
}
