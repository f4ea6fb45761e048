/** Two networks share the map room; the Circle has not answered yet about the new members' supper. */
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
}
