/** What will be written, by table; the columns are the database's own. */
export type Rows = Record<(typeof TABLES)[number], Record<string, unknown>[]>;

/** In the order in which rows may be written: what is referred to comes first. */
export const TABLES = [
  "person", "email_address", "account", "handle", "organisation", "unit", "membership", "organiser", "conduct", "join_request", "connection", "venue", "event", "event_host", "rsvp", "event_question", "question_answer", "welcoming", "need", "attendance", "walk_ins", "feedback", "feedback_given", "circular", "thanks", "announcement",
  "conversation", "message", "conversation_reading", "announcement_choice",
] as const;

export function noRows(): Rows {
  return Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Rows;
}
