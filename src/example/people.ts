import { idFrom } from "../platform/ids.ts";
import type { Almanac } from "./almanac.ts";
import type { Chance } from "./chance.ts";
import { BRANCHES, EMPLOYERS, HOSTS, PRONOUNS, TOPICS } from "./matter.ts";
import { HARD, LATIN, OTHERS } from "./names.ts";
import type { NamePool } from "./names.ts";

export type ExamplePerson = {
  id: string;
  key: string;
  name: string;
  nameLang: string;
  latinName: string | null;
  pronouns: string | null;
  talkAbout: string[];
  languages: string[];
  homeArea: string;
  employer: string | null;
  about: string | null;
  address: string;
  /** Shown on the sticker. */
  handle: string | null;
  branch: string;
  joinedOn: Temporal.PlainDate;
};

/** The cast that the sign-in links are printed for, and those whom the example's stories need. */
const CAST: readonly (Pick<ExamplePerson, "key" | "name" | "handle" | "talkAbout" | "homeArea" | "branch"> & Partial<ExamplePerson>)[] = [
  { key: "nell", name: "Nell Ashworth", handle: "@nell@fenbridge.example", pronouns: "she/her", talkAbout: ["local studies", "crosswords", "moving job mid-year"], homeArea: "Fenbridge", branch: "east-anglia", employer: "Fenbridge City Libraries", about: "A wallflower at these things. Chat to me beforehand and I shall be glad to see you." },
  { key: "gwen", name: "Gwen Prydderch", handle: "@gwen@guild.example", pronouns: "she/her", talkAbout: ["committee work", "local newspapers"], homeArea: "Fenbridge", branch: "east-anglia", languages: ["en", "cy"] },
  { key: "idris", name: "Idris Okafor-Lund", handle: "@idris@guild.example", pronouns: "he/him", talkAbout: ["chairing without shouting", "folk music"], homeArea: "Norwich", branch: "east-anglia" },
  { key: "aoife", name: "Aoife Ní Dhuibhne", handle: "@aoife@guild.example", talkAbout: ["book festivals", "reading aloud to adults"], homeArea: "Ely", branch: "east-anglia", nameLang: "ga", languages: ["en", "ga"] },
  { key: "ngozi", name: "Ngozi Adeyemi-Blackwood", handle: "@ngozi@guild.example", talkAbout: ["copyright", "allotments"], homeArea: "Bury St Edmunds", branch: "east-anglia" },
  { key: "hal", name: "Hal Thistlewood", handle: "@hal@fenbridge.example", pronouns: "he/him", talkAbout: ["railway archives", "tea"], homeArea: "Fenbridge", branch: "east-anglia" },
  { key: "priya", name: "Priya Raman-Cole", handle: "@priya@shelfmarks.example", pronouns: "she/her", talkAbout: ["open access", "bookbinding"], homeArea: "Ely", branch: "east-anglia" },
  { key: "tomasz", name: "Tomasz Wierzba", handle: "@tomasz@mapdrawer.example", pronouns: "he/him", talkAbout: ["map cataloguing", "oral history"], homeArea: "Fenbridge", branch: "east-anglia", languages: ["en", "pl"] },
  { key: "marged", name: "Marged Fenn", handle: "@marged@fenbridge.example", pronouns: "she/her", talkAbout: ["health libraries", "singing in a choir"], homeArea: "Fenbridge", branch: "east-anglia" },
  { key: "samir", name: "Samir Haddad-Wren", handle: "@samir@newpros.example", pronouns: "he/him", talkAbout: ["moving job mid-year", "repair cafés"], homeArea: "Birmingham", branch: "midlands", languages: ["en", "ar"] },
  { key: "misaki", name: "佐藤 美咲", latinName: "Satō Misaki", nameLang: "ja", handle: "@misaki@newpros.example", talkAbout: ["graphic novels", "community languages"], homeArea: "Leeds", branch: "yorkshire", languages: ["ja", "en"] },
  { key: "ada", name: "Ada Lindqvist", handle: "@ada@guild.example", talkAbout: ["linked data"], homeArea: "London", branch: "london", about: "I look after this server." },
];

export function examplePeople(count: number, days: Almanac, chance: Chance): ExamplePerson[] {
  const people = CAST.map((one) => ({ ...blank(one.key, days), ...one }));
  for (const [i, hard] of HARD.entries()) people.push({ ...made(`hard-${i}`, days, chance), name: hard.name, latinName: hard.latinName, nameLang: hard.lang });
  const taken = new Set(people.map((person) => person.name));
  while (people.length < count) {
    const person = made(`person-${people.length}`, days, chance);
    if (taken.has(person.name)) continue;
    taken.add(person.name);
    people.push(person);
  }
  return people;
}

function blank(key: string, days: Almanac): ExamplePerson {
  return {
    id: idFrom(`example person ${key}`), key, name: key, nameLang: "en", latinName: null, pronouns: null, talkAbout: [], languages: ["en"], homeArea: "Fenbridge",
    employer: null, about: null, address: `${key}@example.org`, handle: null, branch: "east-anglia", joinedOn: days.on(-1100),
  };
}

function made(key: string, days: Almanac, chance: Chance): ExamplePerson {
  const pool = chance.is(0.66) ? chance.pick(chance.is(0.6) ? LATIN.slice(0, 1) : LATIN) : chance.pick(OTHERS);
  const { name, latinName } = nameFrom(pool, chance);
  const branch = chance.pick([BRANCHES[0]!, ...BRANCHES]);
  const spoken = (latinName || name).normalize("NFD").replace(/[^A-Za-z ]/g, "").toLowerCase().split(" ")[0] || "reader";
  return {
    ...blank(key, days),
    name,
    latinName,
    nameLang: pool.lang,
    pronouns: chance.pick(PRONOUNS),
    talkAbout: chance.some(TOPICS, chance.whole(0, 3)),
    languages: pool.lang === "en" ? ["en"] : [pool.lang, "en"],
    homeArea: chance.pick(branch[3]),
    employer: chance.is(0.7) ? chance.pick(EMPLOYERS) : null,
    handle: chance.is(0.8) ? `@${spoken}${chance.is(0.3) ? chance.whole(2, 99) : ""}@${chance.pick(HOSTS)}` : null,
    branch: branch[0],
    joinedOn: days.on(-chance.whole(20, 2500)),
  };
}

function nameFrom(pool: NamePool, chance: Chance): { name: string; latinName: string | null } {
  const given = chance.pick(pool.given);
  const family = chance.pick(pool.family);
  const joined = (a: string, b: string, joint: string) => (pool.familyFirst ? b + joint + a : a + joint + b).replaceAll("_", " ");
  const latin = given[1] && family[1] ? `${given[1]} ${family[1]}` : null;
  return { name: joined(given[0], family[0], pool.joint ?? " "), latinName: chance.is(0.85) ? latin : null };
}
