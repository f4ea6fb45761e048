import { thanksLeave } from "../organising/thanks.ts";
import { idFrom } from "../platform/ids.ts";
import type { Almanac } from "./almanac.ts";
import { eventId } from "./evening.ts";
import type { ExamplePerson } from "./people.ts";
import type { Rows } from "./rows.ts";

const SAID = [
  ["good", "The long table, and the tea.", ""],
  ["good", "Somebody said hello to me at the door.", "Name badges that one can read from across a table."],
  ["fair", "", "It was loud near the kitchen. A quiet corner would help those of us with hearing aids."],
  ["good", "The walk through the stacks.", ""],
  ["poor", "", "Start later: I came straight from the desk and missed the first half."],
  ["good", "", ""],
] as const;

/** What Gwen finds behind her latest meet-up, the thanks that went out after it, and the letter that she wrote before the next. */
export function exampleAfterwards(rows: Rows, days: Almanac, gwen: ExamplePerson): void {
  const past = eventId("east-anglia past 0");
  const coming = (event: string) => rows.rsvp.filter((row) => row["event_id"] === event && row["answer"] === "going");
  const at = days.now.subtract({ hours: 24 * 20 });
  const there = coming(past).filter((_, i) => i % 6 !== 5);
  for (const row of coming(past)) rows.attendance.push({ event_id: past, person_id: row["person_id"], said_by: "organiser", came: there.includes(row), noted_at: at, noted_by: gwen.id });
  rows.walk_ins.push({ event_id: past, people: 2 });
  for (const [i, row] of there.slice(0, SAID.length).entries()) {
    const [how, keep, change] = SAID[i]!;
    rows.feedback.push({ id: idFrom(`example feedback ${i}`), event_id: past, nth: i + 1, how, keep, change });
    rows.feedback_given.push({ event_id: past, person_id: row["person_id"] });
  }
  const over = rows.event.find((row) => row["id"] === past)!["ends_at"] as Temporal.Instant;
  rows.thanks.push({
    event_id: past, goes: true, decided_at: over.subtract({ hours: 30 }), decided_by: gwen.id, left_at: thanksLeave({ endsAt: over, zone: "Europe/London" }), people: there.length,
    body: "Thank you for coming, and for carrying the chairs back.\n\nIf you met somebody whom you would like to meet again, ask them to connect. And tell us how it was: three questions, and we see no names.",
  });
  const next = eventId("old-reading-room");
  rows.circular.push({
    id: idFrom("example circular"), event_id: next, states: ["going"], subject: "Come in by the side door", written_at: days.now.subtract({ hours: 20 }), written_by: gwen.id, people: coming(next).length,
    body: "Dear all,\n\nthe front door sticks this week, so please come in by the side door on Mill Lane. It is step-free, and one of us will stand there with a lamp.\n\nIf you have not been before: look for the long table by the window.",
  });
}
