/** One event of the example network with its answers and its conversation. */
import { idFrom } from "../platform/ids.ts";
import { idAt } from "./almanac.ts";
import type { Almanac } from "./almanac.ts";
import type { Chance } from "./chance.ts";
import { CHATTER } from "./matter.ts";
import { unitId } from "./organisations.ts";
import type { ExamplePerson } from "./people.ts";
import type { Rows } from "./rows.ts";

export type Evening = {
  key: string;
  unit: string;
  title: string;
  summary: string;
  about?: string;
  notes?: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
  doors?: Temporal.Instant;
  venueId?: string | null;
  onlineUrl?: string | null;
  capacity?: number | null;
  /** Where people may choose between a room and a link */
  onlineCapacity?: number;
  guestsEach?: number;
  heldBack?: number;
  offerHours?: number;
  cost?: string;
  food?: string;
  icebreaker?: string;
  by: ExamplePerson;
  announced: Temporal.Instant;
  chatOpens?: Temporal.Instant;
  draft?: boolean;
  /** Off; until a new date, if it is only postponed */
  cancelled?: { at: Temporal.Instant; reason: string; isPostponed?: boolean };
  /** In the order in which they answered; those past the capacity wait in line. */
  answers: Answer[];
  said?: { by: ExamplePerson; at: Temporal.Instant; body: string }[];
};

export type Answer = { person: ExamplePerson; answer: "going" | "maybe" | "not_going"; until?: Temporal.Instant; from?: Temporal.Instant; unlisted?: boolean; online?: boolean; guests?: number };

export const eventId = (key: string) => idFrom(`example event ${key}`);

export function addEvening(rows: Rows, days: Almanac, evening: Evening): void {
  const id = eventId(evening.key);
  const answers = inLine(evening.answers, (evening.capacity ?? Infinity) - (evening.heldBack ?? 0));
  const count = (answer: string) => answers.filter((one) => one.answer === answer).length;
  const made = evening.announced.subtract({ hours: 30 });
  rows.event.push({
    id, unit_id: unitId(evening.unit), title: evening.title, summary: evening.summary, about: evening.about ?? "", notes: evening.notes ?? "", zone: "Europe/London",
    starts_at: evening.from, ends_at: evening.until, doors_at: evening.doors ?? null, answer_by: null, conversation_opens_at: evening.chatOpens ?? null, venue_id: evening.venueId ?? null,
    online_url: evening.onlineUrl ?? null, capacity: evening.capacity ?? null, online_capacity: evening.onlineCapacity ?? null, guests_each: evening.guestsEach ?? 0, held_back: evening.heldBack ?? 0, offer_hours: evening.offerHours ?? null, cost: evening.cost ?? "", food: evening.food ?? "", photo_policy: "sticker", icebreaker: evening.icebreaker ?? "",
    created_by: evening.by.id, created_at: made, updated_at: made, published_at: evening.draft ? null : evening.announced,
    cancelled_at: evening.cancelled?.at ?? null, cancelled_by: evening.cancelled ? evening.by.id : null, cancelled_reason: evening.cancelled?.reason ?? null, is_postponed: evening.cancelled?.isPostponed ?? false, sequence: evening.cancelled ? 1 : 0,
    next_place: answers.length + 1, going_count: count("going"), maybe_count: count("maybe"), waiting_count: count("waitlisted"), online_count: answers.filter((one) => one.answer === "going" && isOnline(evening, one)).length,
    guest_count: answers.reduce((sum, one) => sum + (one.guests ?? 0), 0), question_count: 0,
  });
  if (evening.draft) return;
  const span = Math.max(1, Math.min(days.now.epochMilliseconds, evening.from.epochMilliseconds) - evening.announced.epochMilliseconds - 3_600_000);
  for (const [i, one] of answers.entries()) {
    const at = evening.announced.add({ milliseconds: Math.floor((span * (i + 1)) / (answers.length + 1)) });
    const { person, answer, from, until, unlisted, guests } = one;
    rows.rsvp.push({
      event_id: id, person_id: person.id, answer, from_at: from ?? null, until_at: until ?? null, place_no: i + 1, is_unlisted: unlisted ?? false, answered_at: at, updated_at: at,
      is_online: isOnline(evening, one) && (answer === "going" || answer === "waitlisted"), guests: guests ?? 0,
    });
  }
  converse(rows, days, evening, id);
}

export function chatter(days: Almanac, chance: Chance, evening: Pick<Evening, "answers" | "announced" | "from">, count: number): Evening["said"] {
  const voices = evening.answers.filter((one) => one.answer === "going").map((one) => one.person);
  if (voices.length === 0) return [];
  const end = Math.min(evening.from.epochMilliseconds, days.now.epochMilliseconds);
  const span = end - evening.announced.epochMilliseconds;
  return chance
    .some(CHATTER, count)
    .map((body, i) => ({ by: chance.pick(voices), body, at: evening.announced.add({ milliseconds: Math.floor((span * (i + 1 + chance.next() * 0.5)) / (count + 2)) }) }));
}

function inLine(answers: Answer[], capacity: number) {
  let places = capacity;
  return answers.map((one) => (one.answer === "going" && !one.online && (places -= 1 + (one.guests ?? 0)) < 0 ? { ...one, answer: "waitlisted" as const } : one));
}

function isOnline({ venueId }: Evening, { online }: { online?: boolean }): boolean {
  return online ?? !venueId;
}

function converse(rows: Rows, days: Almanac, evening: Evening, eventId: string): void {
  const said = (evening.said ?? []).filter((one) => one.at.epochMilliseconds <= days.now.epochMilliseconds).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
  const conversationId = idFrom(`example conversation ${evening.key}`);
  rows.conversation.push({ id: conversationId, event_id: eventId, message_count: said.length, revision: said.length, created_at: evening.announced });
  const ids = said.map((one, i) => idAt(one.at, `${evening.key} ${i}`));
  for (const [i, one] of said.entries()) rows.message.push({ id: ids[i], conversation_id: conversationId, number: i + 1, revision: i + 1, author_id: one.by.id, body: one.body, once: `${evening.key}-${i}`, sent_at: one.at });
  // Nell has read all but the last few.
  if (said.length > 0 && evening.answers.some((one) => one.person.key === "nell")) {
    const last = Math.max(0, said.length - 1 - (evening.key === "old-reading-room" ? 3 : 1));
    rows.conversation_reading.push({ conversation_id: conversationId, person_id: evening.answers.find((one) => one.person.key === "nell")!.person.id, last_number: last + 1, read_at: said[last]!.at });
  }
}
