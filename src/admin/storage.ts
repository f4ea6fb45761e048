/** What the database's room is taken by, in the words of those who use it. */
export const holdings = ["letters", "messages", "log", "people", "networks", "meetUps", "lists", "jobs", "rest"] as const;
export type Holding = (typeof holdings)[number];

const TABLES: Record<Exclude<Holding, "rest">, readonly string[]> = {
  letters: ["letter", "letters_stopped", "announcement", "announcement_choice", "circular", "thanks"],
  messages: ["conversation", "message", "conversation_reading"],
  log: ["change"],
  people: ["person", "account", "email_address", "handle", "passkey", "session", "connection", "hiding"],
  networks: ["organisation", "unit", "membership", "organiser", "join_request", "invitation"],
  meetUps: ["event", "event_host", "event_duty", "welcoming", "event_invitation", "rsvp", "answer_link", "venue"],
  lists: ["import_chunk", "import_file", "import_row", "member_import", "listing", "taken_off"],
  jobs: ["graphile_worker", "worker_heartbeat"],
};

const holdingOf = new Map(Object.entries(TABLES).flatMap(([holding, tables]) => tables.map((table) => [table, holding as Holding] as const)));

/** The largest first. The rest is what has no words of its own, and what the engine needs for itself, so that the sum is the whole. */
export function storage(tables: readonly { table: string; bytes: number; all: number }[]): { holding: Holding; bytes: number }[] {
  const sums = new Map<Holding, number>();
  for (const { table, bytes } of tables) {
    const holding = holdingOf.get(table);
    if (holding) sums.set(holding, (sums.get(holding) ?? 0) + bytes);
  }
  const known = [...sums.values()].reduce((sum, bytes) => sum + bytes, 0);
  const named = [...sums].map(([holding, bytes]) => ({ holding, bytes })).toSorted((a, b) => b.bytes - a.bytes);
  return [...named, { holding: "rest", bytes: Math.max(0, (tables[0]?.all ?? 0) - known) }];
}
