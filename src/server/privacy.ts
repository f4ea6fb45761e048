/**
 * What the program keeps about people, table by table: the privacy notice is made from this, and test/person-columns.test.ts holds it against the schema. A new
 * table that tells something about somebody must be named here, with words for the page.
 */
export type Kept = {
  name: KeptName;
  tables: readonly string[];
  /** On what ground, where no words of its own are written for it. */
  basis: "asked" | "chosen" | "interest" | "own";
  /** Until changed or until leaving, where no words of its own are written for it. */
  long: "leave" | "own";
};

export type KeptName = "sticker" | "account" | "entry" | "belonging" | "lists" | "answers" | "questions" | "needs" | "messages" | "knowing" | "letters" | "safety" | "made" | "log" | "visits" | "backups";

export const KEPT: readonly Kept[] = [
  { name: "sticker", tables: ["person", "person_found_by", "handle", "photo"], basis: "chosen", long: "leave" },
  { name: "account", tables: ["account", "email_address"], basis: "asked", long: "leave" },
  { name: "entry", tables: ["sign_in_link", "session", "passkey", "passkey_challenge", "address_link", "way_back", "welcome", "registration_request"], basis: "asked", long: "own" },
  { name: "belonging", tables: ["membership", "organiser", "event_duty", "conduct", "join_request", "invitation", "organisation_request"], basis: "asked", long: "leave" },
  { name: "lists", tables: ["listing", "member_import", "import_file", "import_chunk", "import_row", "taken_off"], basis: "own", long: "own" },
  { name: "answers", tables: ["rsvp", "attendance", "feedback", "feedback_given", "welcoming", "event_invitation", "answer_link", "guest_browser"], basis: "asked", long: "own" },
  { name: "questions", tables: ["question_answer"], basis: "asked", long: "own" },
  { name: "needs", tables: ["need"], basis: "chosen", long: "own" },
  { name: "messages", tables: ["message", "conversation_reading"], basis: "asked", long: "own" },
  { name: "knowing", tables: ["connection", "hiding"], basis: "chosen", long: "leave" },
  { name: "letters", tables: ["letter", "announcement", "announcement_choice", "letters_stopped"], basis: "asked", long: "own" },
  { name: "safety", tables: ["report", "sanction", "kept_bar"], basis: "own", long: "own" },
  { name: "made", tables: ["event", "event_title_was", "event_host", "venue", "circular", "thanks", "server_announcement"], basis: "interest", long: "own" },
  { name: "log", tables: ["change"], basis: "interest", long: "own" },
  { name: "visits", tables: ["rate"], basis: "interest", long: "own" },
  { name: "backups", tables: [], basis: "interest", long: "own" },
];

/** Tables that say nothing about anybody. */
export const ABOUT_NOBODY: readonly string[] = ["backup_drill", "backup_run", "conversation", "event_found_by", "event_question", "first_run", "known_word", "migration", "organisation", "organisation_friend", "setting", "unit", "unit_found_by", "unit_value_was", "walk_ins", "worker_heartbeat"];
