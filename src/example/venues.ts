import { idFrom } from "../platform/ids.ts";
import type { Almanac } from "./almanac.ts";
import { BRANCHES } from "./matter.ts";
import { unitId } from "./organisations.ts";
import type { ExamplePerson } from "./people.ts";
import type { Rows } from "./rows.ts";

export const venueId = (key: string) => idFrom(`example venue ${key}`);

export function exampleVenues(rows: Rows, days: Almanac, confirmer: ExamplePerson): void {
  const venue = (key: string, organisation: string, facts: Record<string, unknown>) =>
    rows.venue.push({
      id: venueId(key), organisation_id: unitId(organisation), address: "", area: "", directions: "", step_free: "", lift_cm: null, hearing: "", quiet_room: "", toilets: "", transport: "",
      confirmed_by: null, confirmed_on: null, offered_at: null, created_at: days.at(-500, "09:00"), updated_at: days.at(-40, "09:00"), ...facts,
    });
  const readingRoom = {
    name: "The Old Reading Room", address: "4 Mill Lane, Fenbridge", area: "Fenbridge", directions: "Eight minutes on foot from the station. Over the bridge, then left at the bakery; the side door is in Mill Lane.",
    step_free: "Yes, by the side door", lift_cm: 90, hearing: "Induction loop in the main room", quiet_room: "The Bindery, open all evening", toilets: "On each floor, one step-free on the ground floor", transport: "Trains until 23:12, bus 9 from the bridge",
    confirmed_by: confirmer.id, confirmed_on: days.on(-12), offered_at: days.at(-200, "09:00"),
  };
  venue("reading-room", "library-guild", readingRoom);
  venue("map-room", "fenbridge-circle", { name: "Fenbridge Museum, the map room", address: "Museum Yard, Fenbridge", area: "Fenbridge", directions: "Ring at the yard gate.", step_free: "Two steps at the gate; ask for the ramp", quiet_room: "The porch", toilets: "One, on the ground floor", offered_at: days.at(-90, "09:00") });
  venue("birmingham", "new-professionals", { name: "The Exchange, room 2", address: "3 Centenary Square, Birmingham", area: "Birmingham", directions: "Ten minutes on foot from New Street.", step_free: "Yes, lifts to every floor", hearing: "Loop at the desk and in room 2", toilets: "On every floor" });
  for (const [slug, , , towns] of BRANCHES.slice(1)) venue(slug, "library-guild", { name: `${towns[0]} Central Library`, address: `Library Square, ${towns[0]}`, area: towns[0], directions: "Ask at the front desk.", step_free: "Yes, by the front door", toilets: "On the ground floor" });
}
