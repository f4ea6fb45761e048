/**
 * PostgreSQL's LISTEN on a connection of its own. Messages carry ids only (a payload may have 8,000 bytes); whoever hears one reads the rows.
 * A lost connection comes back by itself, and then every listener is told `null`: something may have been missed, look again.
 */
import pg from "pg";
import type { Connection } from "./database.ts";

export type Heard = (payload: string | null) => void;

export interface Listener {
  /** Returns what ends the listening. */
  on(channel: string, heard: Heard): () => void;
  close(): Promise<void>;
}

const CHANNEL = "branchline";

export function openListener(connection: Connection): Listener {
  const listeners = new Map<string, Set<Heard>>();
  let client: pg.Client | null = null;
  let closed = false;
  let wait = 100;

  async function connect() {
    const next = new pg.Client({ ...connection, application_name: "branchline listen" });
    next.on("error", () => {});
    next.on("end", () => {
      client = null;
      if (!closed) setTimeout(() => void connect(), (wait = Math.min(wait * 2, 5000))).unref();
    });
    next.on("notification", ({ payload = "" }) => {
      const [channel = "", ...rest] = payload.split(" ");
      for (const heard of listeners.get(channel) ?? []) heard(rest.join(" "));
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch {
      await next.end().catch(() => {}); // "end" above tries again
      return;
    }
    if (closed) return void next.end();
    client = next;
    if (wait > 100) for (const set of listeners.values()) for (const heard of set) heard(null);
    wait = 100;
  }

  const connected = connect();
  return {
    on(channel, heard) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(heard));
      return () => {
        set.delete(heard);
        if (set.size === 0) listeners.delete(channel);
      };
    },
    async close() {
      closed = true;
      await connected;
      await client?.end();
    },
  };
}
