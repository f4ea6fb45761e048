/** The week that the story is about: six events on Nell's lines, one cancelled, one still a draft. */
import type { Almanac } from "./almanac.ts";
import type { Chance } from "./chance.ts";
import type { Answer, Evening } from "./evening.ts";
import { chatter } from "./evening.ts";
import { QUESTIONS } from "./matter.ts";
import type { Members } from "./organisations.ts";
import type { ExamplePerson } from "./people.ts";
import { venueId } from "./venues.ts";

export function starringEvents(people: ExamplePerson[], members: Members, days: Almanac, chance: Chance): Evening[] {
  const by = (key: string) => people.find((person) => person.key === key)!;
  const going = (keys: string[], more: ExamplePerson[] = []): Answer[] => [...keys.map(by), ...more].map((person) => ({ person, answer: "going" }));
  const others = (slug: string, count: number) => chance.some(members.get(slug)!.filter((person) => !CAST.has(person.key)), count);
  const leaving = days.at(3, "19:00");
  const guests = others("east-anglia", 26);
  const announced = days.at(-34, "12:00");

  const oldReadingRoom: Evening = {
    key: "old-reading-room", unit: "east-anglia", title: `${days.season} meet-up at the Old Reading Room`, by: by("gwen"), announced, chatOpens: days.at(-11, "09:00"),
    summary: "Tea, sandwiches and the people you know by keyboard. Nobody has to stand up.",
    about: "We have the whole building to ourselves, so wander.\n\n- Tea and sandwiches from half past five\n- Three rounds of table talk for those who like it\n- The window seats for those who do not",
    notes: "Use the side door on Mill Lane, as the front is locked after six. There is no speaker and nobody has to stand up.\n\nTable rounds start at 18:00, 18:25 and 19:05. Sit any of them out: the window seats are for exactly that.",
    from: days.at(3, "17:30"), until: days.at(3, "21:00"), doors: days.at(3, "17:15"), venueId: venueId("reading-room"), capacity: 60, cost: "Free. Tea and sandwiches",
    food: "Vegan, halal and nut-free, labelled", icebreaker: QUESTIONS[0],
    answers: [
      ...going(["gwen", "idris", "tomasz", "ngozi", "aoife", "hal", "priya", "marged", "samir"]),
      { person: by("nell"), answer: "going", until: leaving },
      { person: by("misaki"), answer: "going" },
      ...guests.map((person, i): Answer => ({ person, answer: "going", ...(i < 5 ? { until: leaving } : {}), unlisted: i >= 22 })),
      ...others("east-anglia", 4).filter((person) => !guests.includes(person)).map((person): Answer => ({ person, answer: "maybe" })),
    ],
    said: [],
  };
  oldReadingRoom.said = [
    { by: by("gwen"), at: days.at(-11, "09:05"), body: "To start us off: a pressed runner bean, labelled, dated and filed under R." },
    ...(chatter(days, chance, { ...oldReadingRoom, announced: days.at(-10, "10:00"), from: days.at(-5, "10:00") }, 11) ?? []),
    { by: by("priya"), at: days.at(-5, "18:30"), body: "A day return to Ely from 1983. I still use it as my bookmark, so I suppose the ticket has not been returned either." },
    { by: by("marged"), at: days.at(-1, "20:10"), body: "My best was a love letter. We put it back." },
    { by: by("hal"), at: days.at(0, "08:15"), body: "I am bringing the big teapot." },
    { by: by("tomasz"), at: days.at(0, "08:40"), body: "A rasher of bacon. Cooked, at least. I shall know nobody on Thursday, so please come and find me." },
    { by: by("nell"), at: days.at(1, "08:12"), body: "I am a wallflower at these things, so thank you for the warm-up. I will be the one near the tea, until seven." },
    { by: by("tomasz"), at: days.at(1, "08:40"), body: "Then I shall begin at the tea." },
  ];

  return [
    { key: "drop-in", unit: "new-professionals", title: "Lunchtime drop-in: first-year nerves", summary: "Forty-five minutes. Bring a sandwich and the question you have not dared to ask.", by: by("samir"), announced: days.at(-14, "09:00"), from: days.at(2, "12:30"), until: days.at(2, "13:15"), onlineUrl: "https://meet.newpros.example/drop-in", cost: "Free", icebreaker: QUESTIONS[2], answers: going(["samir", "misaki", "nell", "priya"], others("new-professionals", 9)), said: [{ by: by("samir"), at: days.at(-3, "09:30"), body: "I cried in the strongroom in my first week. It has good acoustics." }, { by: by("misaki"), at: days.at(-2, "21:05"), body: "よろしくお願いします。 First time for me too." }] },
    oldReadingRoom,
    { key: "map-room", unit: "fenbridge-circle", title: "Behind the scenes in the map room, then supper", summary: "See the flood maps before they are framed. Supper afterwards at the Eel.", by: by("hal"), announced: days.at(-6, "20:00"), from: days.at(8, "18:00"), until: days.at(8, "20:30"), venueId: venueId("map-room"), capacity: 14, guestsEach: 1, heldBack: 1, offerHours: 24, cost: "Free; supper is yours", icebreaker: QUESTIONS[3], answers: going(["hal", "marged"], others("fenbridge-circle", 5)).map((one, i) => (i === 1 || i === 4 ? { ...one, guests: 1 } : one)) },
    { key: "workshop", unit: "cataloguing", title: "Cataloguing workshop: describing the undescribed", summary: "Bring one thing that no field fits.", by: by("idris"), announced: days.at(-20, "10:00"), from: days.at(12, "10:00"), until: days.at(12, "12:30"), onlineUrl: "https://meet.guild.example/cataloguing", cost: "Free", answers: going([], others("cataloguing", 12)) },
    { key: "face-to-face", unit: "new-professionals", title: "New Professionals, face to face at last", summary: "Four years of chat, and now a room with windows.", by: by("samir"), announced: days.at(-25, "10:00"), from: days.at(12, "11:00"), until: days.at(12, "15:00"), venueId: venueId("birmingham"), onlineUrl: "https://meet.newpros.example/face-to-face", capacity: 16, onlineCapacity: 30, cost: "Free. Bring lunch", icebreaker: QUESTIONS[5], answers: going(["samir", "misaki"], others("new-professionals", 15)).map((one, i) => (i % 5 === 4 ? { ...one, online: true } : one)), said: [{ by: by("samir"), at: days.at(-3, "17:45"), body: "I found a group ticket from Ely. Four seats left on it." }] },
    { key: "open-meeting", unit: "east-anglia", title: "East Anglia committee: open meeting", summary: "Every member may listen, and speak at the end.", by: by("idris"), announced: days.at(-10, "10:00"), from: days.at(23, "18:30"), until: days.at(23, "20:00"), onlineUrl: "https://meet.guild.example/committee", answers: going(["idris", "gwen", "ngozi", "aoife"]) },
    { key: "canal", unit: "fenbridge-circle", title: "Walk and talk along the canal", summary: "Three miles, flat, with a bench every half mile.", by: by("hal"), announced: days.at(-12, "18:00"), from: days.at(5, "14:00"), until: days.at(5, "16:30"), venueId: venueId("map-room"), cost: "Free", answers: going(["hal"], others("fenbridge-circle", 4)), cancelled: { at: days.at(-1, "19:00"), reason: "The towpath is under water. We will walk it in the dry." } },
    { key: "bindery", unit: "fenbridge-circle", title: "An evening at the bindery", summary: "See a book taken apart and put together again.", by: by("hal"), announced: days.at(-16, "19:00"), from: days.at(10, "18:00"), until: days.at(10, "20:00"), venueId: venueId("map-room"), capacity: 12, cost: "Free", answers: going(["hal", "nell", "marged"]), cancelled: { at: days.at(-1, "08:30"), reason: "The binder has hurt her wrist. We will go once she can hold a needle again.", isPostponed: true } },
    { key: "supper", unit: "east-anglia", title: "New members' supper", summary: "For anyone who joined this year, and two who remember joining.", by: by("gwen"), announced: days.at(-1, "20:00"), from: days.at(31, "18:30"), until: days.at(31, "21:00"), venueId: venueId("reading-room"), capacity: 24, draft: true, answers: [] },
  ];
}

const CAST = new Set(["nell", "gwen", "idris", "aoife", "ngozi", "hal", "priya", "tomasz", "marged", "samir", "misaki", "ada"]);
