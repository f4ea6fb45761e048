/** What Hal asks of those who come to the map room, since supper has to be ordered. */
import { idFrom } from "../platform/ids.ts";
import { eventId } from "./evening.ts";
import type { Rows } from "./rows.ts";

const EATS = ["Fenland pie", "Smoked eel", "No supper for me"];
const SEES = ["The flood of 1947.", "", "Anything with a sea serpent on it.", "The enclosure maps, please: my own street.", "", "", "Whatever is folded wrongly."];

export function exampleQuestions(rows: Rows): void {
  const id = eventId("map-room");
  const [eats, sees] = [idFrom("example question supper"), idFrom("example question maps")];
  rows.event.find((row) => row["id"] === id)!["question_count"] = 2;
  rows.event_question.push(
    { id: eats, event_id: id, nth: 1, kind: "one", words: "What will you eat?", purpose: "So that the Eel can cook for as many as come.", options: EATS, is_required: true },
    { id: sees, event_id: id, nth: 2, kind: "text", words: "Is there a map that you would like to see?", purpose: "So that Marged can have it out of its drawer.", options: [], is_required: false },
  );
  const coming = rows.rsvp.filter((row) => row["event_id"] === id && row["answer"] !== "not_going" && row["answer"] !== "maybe");
  for (const [i, { person_id, answered_at }] of coming.entries()) {
    rows.question_answer.push({ question_id: eats, person_id, said: [EATS[i % 4 === 3 ? 2 : i % 2]], answered_at });
    if (SEES[i]) rows.question_answer.push({ question_id: sees, person_id, said: [SEES[i]], answered_at });
  }
}
