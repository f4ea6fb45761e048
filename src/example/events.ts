import { exampleAfterwards } from "./afterwards.ts";
import type { Almanac } from "./almanac.ts";
import type { Chance } from "./chance.ts";
import { addEvening, chatter } from "./evening.ts";
import type { Answer, Evening } from "./evening.ts";
import { BRANCHES, BRANCH_TITLES, GROUPS, GROUP_TITLES, QUESTIONS } from "./matter.ts";
import type { Members } from "./organisations.ts";
import type { ExamplePerson } from "./people.ts";
import type { Rows } from "./rows.ts";
import { exampleQuestions } from "./questions.ts";
import { sharedEvents } from "./shared.ts";
import { starringEvents } from "./starring.ts";
import { exampleVenues, venueId } from "./venues.ts";

/** A year behind and two months ahead: what the stories need, and a full calendar around it. */
export function exampleEvents(rows: Rows, people: ExamplePerson[], members: Members, days: Almanac, chance: Chance): void {
  const gwen = people.find((person) => person.key === "gwen")!;
  exampleVenues(rows, days, gwen);
  for (const evening of starringEvents(people, members, days, chance)) addEvening(rows, days, evening);
  sharedEvents(rows, people, days);
  exampleQuestions(rows);
  for (const [slug, name, , towns, weekday, week] of BRANCHES) {
    const there = members.get(slug)!.filter((person) => person.key !== "nell");
    const organiser = slug === "east-anglia" ? gwen : there[0]!;
    const back = Array.from({ length: 6 }, (_, i) => ({ day: weekday - 28 - i * 56, i }));
    for (const { day, i } of back) addEvening(rows, days, meetUp(`${slug} past ${i}`, slug, chance.pick(BRANCH_TITLES), day, there, organiser));
    if (week >= 0 && slug !== "east-anglia") addEvening(rows, days, meetUp(`${slug} next`, slug, week === 0 ? `${name} meet-up in ${towns[0]}` : chance.pick(BRANCH_TITLES), weekday + week * 7, there, organiser, slug === "london" ? 12 : null));
  }
  exampleAfterwards(rows, days, gwen);
  for (const [i, [slug]] of GROUPS.entries()) {
    const there = members.get(slug)!.filter((person) => person.key !== "nell");
    for (const day of [-70, -35, 9 + i]) addEvening(rows, days, online(`${slug} ${day}`, slug, chance.pick(GROUP_TITLES), day + (i % 4), there));
  }

  function meetUp(key: string, unit: string, title: string, day: number, there: ExamplePerson[], by: ExamplePerson, capacity: number | null = null): Evening {
    const evening: Evening = {
      key, unit, title, summary: "Come for ten minutes or for all of it. Nobody has to stand up and say who they are.", by,
      from: days.at(day, "18:00"), until: days.at(day, "20:30"), announced: days.at(day - 45, "12:00"), venueId: venueId(unit === "east-anglia" ? "reading-room" : unit), capacity, cost: "Free",
      icebreaker: chance.pick(QUESTIONS), answers: answersFrom(there, capacity ? capacity + 9 : chance.whole(6, 22), days.at(day, "19:00")),
    };
    return { ...evening, said: chatter(days, chance, evening, chance.whole(0, 6)) ?? [] };
  }

  function online(key: string, unit: string, title: string, day: number, there: ExamplePerson[]): Evening {
    const evening: Evening = {
      key, unit, title, summary: "An hour on screen. Cameras on or off, as you like.", by: there[0]!, from: days.at(day, "12:30"), until: days.at(day, "13:30"), announced: days.at(day - 30, "09:00"),
      onlineUrl: `https://meet.guild.example/${unit}`, cost: "Free", icebreaker: chance.pick(QUESTIONS), answers: answersFrom(there, chance.whole(4, 16)),
    };
    return { ...evening, said: chatter(days, chance, evening, chance.whole(0, 4)) ?? [] };
  }

  function answersFrom(there: ExamplePerson[], count: number, leaving?: Temporal.Instant): Answer[] {
    return chance.some(there, count).map((person) => {
      const luck = chance.next();
      if (luck < 0.1) return { person, answer: "not_going" as const };
      else if (luck < 0.2) return { person, answer: "maybe" as const };
      else if (leaving && luck < 0.33) return { person, answer: "going" as const, until: leaving };
      else return { person, answer: "going" as const, unlisted: chance.is(0.06) };
    });
  }
}
