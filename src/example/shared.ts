/** Two networks share the map room; the Circle has not answered yet about the new members' supper. Two who come to the Old Reading Room need something, and some make others welcome there. */
import { idFrom } from "../platform/ids.ts";
import type { Almanac } from "./almanac.ts";
import { eventId } from "./evening.ts";
import type { ExamplePerson } from "./people.ts";
import type { Rows } from "./rows.ts";

export function sharedEvents(rows: Rows, people: ExamplePerson[], days: Almanac): void {
  const by = (key: string) => people.find((person) => person.key === key)!.id;
  const unit = (slug: string) => idFrom(`example unit ${slug}`);
  rows.event_host.push(
    { id: idFrom("example hosting map-room"), event_id: eventId("map-room"), unit_id: unit("east-anglia"), asked_by: by("hal"), asked_at: days.at(-7, "19:00"), accepted_by: by("gwen"), accepted_at: days.at(-7, "21:30") },
    { id: idFrom("example hosting supper"), event_id: eventId("supper"), unit_id: unit("fenbridge-circle"), asked_by: by("gwen"), asked_at: days.at(-1, "20:30"), accepted_by: null, accepted_at: null },
  );
  // One of the two waits for Gwen.
  const welcoming = (who: string, kind: string, how: { asked?: number; agreed?: number; shown?: boolean; note?: string }) => {
    const at = (day: number | undefined) => (day === undefined ? null : days.at(day, "18:10"));
    rows.welcoming.push({
      event_id: eventId("old-reading-room"), person_id: by(who), kind, offered_at: how.asked === undefined ? days.at(-2, "12:20") : null, asked_at: at(how.asked), asked_by: how.asked === undefined ? null : by("gwen"),
      note: how.note ?? "", agreed_at: at(how.agreed), declined_at: null, is_shown: how.shown ?? false,
    });
  };
  welcoming("marged", "newcomers", { asked: -4, agreed: -3, shown: true, note: "At the side door from 17:15; the green lamp is in the hall." });
  welcoming("hal", "table", { asked: -3, agreed: -2 });
  welcoming("nell", "table", { asked: -1, note: "The one by the window, 18:00 to 18:25: before you go." });
  welcoming("priya", "newcomers", {});
  const need = (who: string, words: string, told: number, answer: { outcome: string; reply: string } | null) =>
    rows.need.push({ event_id: eventId("old-reading-room"), person_id: by(who), words, told_at: days.at(told, "19:40"), answer_by: days.on(0), outcome: answer?.outcome ?? null, reply: answer?.reply ?? "", answered_at: answer && days.at(told + 1, "08:10"), answered_by: answer && by("gwen") });
  need("hal", "A chair with arms, if there is one. My knees are older than I am.", -4, { outcome: "arranged", reply: "The two by the window have arms. One of them is yours." });
  need("priya", "I cannot eat nuts, nor sit beside somebody who does.", -1, null);
}
