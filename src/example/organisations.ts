import { idFrom } from "../platform/ids.ts";
import type { Almanac } from "./almanac.ts";
import type { Chance } from "./chance.ts";
import { BRANCHES, COMMITTEES, GROUPS } from "./matter.ts";
import type { ExamplePerson } from "./people.ts";
import type { Rows } from "./rows.ts";

export const unitId = (slug: string) => idFrom(`example unit ${slug}`);

/** Who belongs where: slug of the unit -> people, in the order of joining. */
export type Members = Map<string, ExamplePerson[]>;

/** The Guild with its branches, groups and committees; the Circle; the Network online. */
export function exampleOrganisations(rows: Rows, people: ExamplePerson[], days: Almanac, chance: Chance): Members {
  const founded = days.at(-3000, "09:00");
  const organisation = (slug: string, name: string, code: string, line: number, more: Record<string, unknown>) => {
    const id = unitId(slug);
    rows.organisation.push({ id, code, line, zone: "Europe/London", online_only: more["online_only"] ?? false, website: more["website"] ?? null, mailbox: more["mailbox"] ?? null, created_at: founded });
    rows.unit.push({ id, organisation_id: id, parent_id: null, kind: "organisation", slug, name, summary: more["summary"], about: more["about"] ?? "", area: more["area"] ?? null, join_policy: more["join_policy"], position: 0, path: [id], member_count: 0, created_at: founded, closed_at: null });
  };
  const unit = (slug: string, parent: string, kind: string, name: string, summary: string, position: number, more: Record<string, unknown> = {}) => {
    const over = rows.unit.find((row) => row["id"] === unitId(parent))!;
    rows.unit.push({ id: unitId(slug), organisation_id: over["organisation_id"], parent_id: over["id"], kind, slug, name, summary, about: more["about"] ?? "", area: more["area"] ?? null, join_policy: more["join_policy"] ?? "open", position, path: [...(over["path"] as string[]), unitId(slug)], member_count: 0, created_at: founded, closed_at: null });
  };

  organisation("library-guild", "The Library Guild", "TLG", 1, {
    summary: "The national body for people who work in libraries, archives and information. Twelve branches you can get to by bus, nine groups for what you care about, and seven committees that keep it all going.",
    about: "We have met since 1896, mostly over tea.\n\nAnyone who works in a library, archive or information service may join, and so may anyone who wishes they did.",
    area: "United Kingdom", join_policy: "request", website: "https://guild.example", mailbox: "hello@guild.example",
  });
  for (const [i, [slug, name, area]] of BRANCHES.entries()) unit(slug, "library-guild", "branch", name, `Meet-ups, visits and company for members in ${area}.`, i, { area });
  for (const [i, [slug, name, summary]] of GROUPS.entries()) unit(slug, "library-guild", "group", name, summary, i);
  for (const [i, [slug, name, parent, summary]] of COMMITTEES.entries()) unit(slug, parent ?? "library-guild", "committee", name, summary, i, { join_policy: "invitation" });
  organisation("fenbridge-circle", "Fenbridge Library Circle", "FLC", 2, {
    summary: "Anyone near Fenbridge who likes libraries from either side of the desk. We meet about once a month, then go for supper.",
    about: "Three of us run it. There is no fee and no newsletter; bring a chair if you have one.", area: "Fenbridge and ten miles round", join_policy: "open",
  });
  organisation("new-professionals", "New Professionals Network", "NPN", 3, {
    summary: "For your first ten years in information work, wherever you are. Online all week, and now and then in a room.",
    about: "Drop-ins on Wednesdays. Ask anything; somebody else was wondering too.", area: "Online", join_policy: "open", online_only: true,
  });

  const members: Members = new Map();
  const join = (slug: string, person: ExamplePerson, source = "joined", on = person.joinedOn) => {
    const there = members.get(slug) ?? [];
    if (there.includes(person)) return;
    members.set(slug, [...there, person]);
    rows.membership.push({ id: idFrom(`example membership ${slug} ${person.key}`), person_id: person.id, unit_id: unitId(slug), starts_on: on, ends_on: null, source, created_at: on.toZonedDateTime("UTC").toInstant() });
  };
  const by = (key: string) => people.find((person) => person.key === key)!;
  const nell = by("nell");
  for (const [slug, back] of [["fenbridge-circle", 900], ["library-guild", 850], ["east-anglia", 850], ["local-studies", 700], ["cataloguing", 500], ["new-professionals", 300]] as const) join(slug, nell, "joined", days.on(-back));
  for (const key of ["hal", "marged"]) join("fenbridge-circle", by(key));
  for (const key of ["samir", "misaki", "priya"]) join("new-professionals", by(key));
  for (const person of people) {
    if (person === nell || person.key === "ada") continue;
    const inGuild = ["gwen", "idris", "aoife", "ngozi", "tomasz"].includes(person.key) || (!["hal", "marged", "samir", "misaki", "priya"].includes(person.key) && chance.is(0.82));
    if (inGuild) {
      join("library-guild", person);
      if (chance.is(0.92) || person.branch === "east-anglia") join(person.branch, person);
      for (const [slug] of chance.some(GROUPS, chance.pick([0, 0, 1, 1, 2]))) join(slug, person, "joined", person.joinedOn.add({ days: 20 }));
    }
    if (person.homeArea === "Fenbridge" && chance.is(0.7)) join("fenbridge-circle", person);
    if (!inGuild || chance.is(0.2)) join("new-professionals", person);
  }
  for (const key of ["idris", "gwen", "ngozi", "aoife"]) join("east-anglia-committee", by(key), "accepted");
  for (const [slug, , parent] of COMMITTEES.filter(([slug]) => slug !== "east-anglia-committee")) {
    for (const person of (members.get(parent ?? "library-guild") ?? []).filter((one) => one !== nell).slice(2, 7)) join(slug, person, "accepted");
  }
  // A period that ended, and one that began again: history stays.
  const ended = members.get("wales")![3]!;
  rows.membership.push({ id: idFrom("example membership ended"), person_id: ended.id, unit_id: unitId("south-coast"), starts_on: ended.joinedOn, ends_on: ended.joinedOn.add({ days: 200 }), source: "joined", created_at: founded });

  for (const row of rows.unit) row["member_count"] = members.get(row["slug"] as string)?.length ?? 0;
  const organises = (key: string, slug: string) => rows.organiser.push({ id: idFrom(`example organiser ${slug} ${key}`), person_id: by(key).id, unit_id: unitId(slug), starts_at: days.at(-700, "12:00"), ends_at: null, appointed_by: null });
  organises("idris", "library-guild");
  organises("gwen", "east-anglia");
  organises("aoife", "east-anglia");
  organises("hal", "fenbridge-circle");
  organises("samir", "new-professionals");
  for (const [slug] of BRANCHES.slice(1)) organises(members.get(slug)![0]!.key, slug);
  for (const [slug] of GROUPS) organises(members.get(slug)!.find((person) => person !== nell)!.key, slug);

  // The Network has not said yet, so its organiser sees what is left to do.
  const conduct = (slug: string, words: string, contact: string, address: string | null) => rows.conduct.push({ organisation_id: unitId(slug), words, link: null, contact_id: by(contact).id, contact_address: address, updated_at: days.at(-300, "12:00") });
  conduct("library-guild", "Everybody here was new once. Make room at the table, let people finish, and ask before you take a photo or pass on what somebody told you.\n\nNobody has to put up with insults, unwanted attention or being talked over. If it happens, we act: a word first, and if need be somebody does not come back.", "idris", "safety@guild.example");
  conduct("fenbridge-circle", "Be kind, be on time for supper, and leave nobody standing alone. If something is not right, tell Hal.", "hal", null);

  const outside = people.filter((person) => !members.get("library-guild")!.includes(person) && person.key !== "ada").slice(3, 6);
  for (const [i, person] of outside.entries()) {
    rows.join_request.push({ id: idFrom(`example request ${i}`), person_id: person.id, unit_id: unitId("library-guild"), note: ["I start at the County Record Office in the autumn and know nobody yet.", "Gwen said I should ask.", ""][i], asked_at: days.at(-3 - i, "19:20"), answered_at: null, answered_by: null, accepted: null, withdrawn_at: null });
  }
  return members;
}
