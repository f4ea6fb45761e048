/** The whole example network as rows, from a seed and a moment. Pure: the same arguments give the same rows, to the letter. */
import { idFrom } from "../platform/ids.ts";
import { almanac } from "./almanac.ts";
import { chance } from "./chance.ts";
import { exampleEvents } from "./events.ts";
import { exampleOrganisations } from "./organisations.ts";
import { examplePeople } from "./people.ts";
import type { ExamplePerson } from "./people.ts";
import { noRows } from "./rows.ts";
import type { Rows } from "./rows.ts";

export type Network = { rows: Rows; people: ExamplePerson[] };

export function exampleNetwork({ now, people: count = 400, seed = 1896 }: { now: Temporal.Instant; people?: number; seed?: number }): Network {
  const days = almanac(now);
  const luck = chance(seed);
  const rows = noRows();
  const people = examplePeople(count, days, luck);
  const members = exampleOrganisations(rows, people, days, luck);
  const lines = new Map<string, number>();
  for (const [slug, line] of [["fenbridge-circle", 2], ["library-guild", 1], ["new-professionals", 3]] as const) {
    for (const person of members.get(slug) ?? []) if (!lines.has(person.id)) lines.set(person.id, line);
  }
  const confirmedAt = days.at(-2, "09:00");
  for (const person of people) {
    const since = person.joinedOn.toZonedDateTime("UTC").toInstant();
    rows.person.push({
      id: person.id, name: person.name, name_lang: person.nameLang, latin_name: person.latinName, pronouns: person.pronouns, talk_about: person.talkAbout, languages: person.languages,
      home_area: person.homeArea, employer: person.employer, about: person.about, zone: "Europe/London", locale: "en-GB", known_by: person.handle, line: lines.get(person.id) ?? 5,
      imported_at: null, imported_by_unit: null, invited_at: null, claimed_at: since, created_at: since, updated_at: since,
      photo_consent: PHOTOS[person.key] ?? null,
    });
    rows.email_address.push({ id: idFrom(`example address ${person.key}`), person_id: person.id, address: person.address, verified_at: since, created_at: since });
    rows.account.push({ person_id: person.id, administrator_since: person.key === "ada" ? since : null, created_at: since });
    if (person.handle) rows.handle.push({ id: idFrom(`example handle ${person.key}`), person_id: person.id, network: "fediverse", value: person.handle, is_known_by: true, position: 0, verified_at: CONFIRMED.has(person.key) ? confirmedAt : null, looked_at: CONFIRMED.has(person.key) ? confirmedAt : null, created_at: since });
  }
  connect(rows, people, days.at(-60, "10:00"));
  imported(rows, days.at(-2, "20:15"));
  exampleEvents(rows, people, members, days, luck);
  return { rows, people };
}

const CONFIRMED = new Set(["nell", "tomasz", "priya"]);

const PHOTOS: Record<string, string> = { nell: "ask", gwen: "fine", hal: "fine", tomasz: "ask", priya: "no", "person-40": "no", "person-60": "fine", "person-90": "ask" };

/** Nell knows five; one more is waiting for her answer. */
function connect(rows: Rows, people: ExamplePerson[], at: Temporal.Instant) {
  const id = (key: string) => people.find((person) => person.key === key)!.id;
  const pair = (asker: string, asked: string, accepted: boolean, note: string | null = null) =>
    rows.connection.push({ asker_id: id(asker), asked_id: id(asked), asked_at: at, accepted_at: accepted ? at.add({ hours: 5 }) : null, declined_at: null, ended_at: null, note });
  for (const key of ["gwen", "idris", "aoife", "hal", "priya"]) pair("nell", key, true);
  for (const [a, b] of [["gwen", "marged"], ["hal", "marged"], ["samir", "misaki"], ["priya", "samir"], ["idris", "ngozi"]] as const) pair(a, b, true);
  pair("marged", "nell", false, "We stood at the tea urn in March. Shall we go through the old maps together?");
}

/** The Circle's paper list, brought in and not yet invited. */
function imported(rows: Rows, at: Temporal.Instant) {
  const unitId = idFrom("example unit fenbridge-circle");
  for (const [i, name] of ["Josephine Tarrant", "Arthur Pym", "Wilhelmina Drake", "Cuthbert Noble", "Hester Amory", "Leonard Fisk"].entries()) {
    const id = idFrom(`example imported ${i}`);
    rows.person.push({ id, name, name_lang: null, latin_name: null, pronouns: null, talk_about: [], languages: [], home_area: "Fenbridge", employer: null, about: null, zone: "Europe/London", locale: "en-GB", known_by: null, line: 2, imported_at: at, imported_by_unit: unitId, invited_at: null, claimed_at: null, created_at: at, updated_at: at });
    rows.email_address.push({ id: idFrom(`example imported address ${i}`), person_id: id, address: `${name.toLowerCase().replace(" ", ".")}@example.org`, verified_at: null, created_at: at });
    rows.membership.push({ id: idFrom(`example imported membership ${i}`), person_id: id, unit_id: unitId, starts_on: at.toZonedDateTimeISO("Europe/London").toPlainDate(), ends_on: null, source: "imported", created_at: at });
  }
  const circle = rows.unit.find((row) => row["id"] === unitId)!;
  circle["member_count"] = (circle["member_count"] as number) + 6;
}
