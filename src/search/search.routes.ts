import { isMember } from "../people/viewer.ts";
import { show } from "../web.ts";
import type { Web } from "../web.ts";
import { eventsShown, findEvents } from "./events-found.sql.ts";
import { findPeople, peopleShown } from "./people-found.sql.ts";
import { addressOf, searchPage } from "./search.pages.ts";
import type { Found } from "./search.pages.ts";
import { KINDS, MOST_TYPED, readPlace, wordsOf, writePlace } from "./search.ts";
import type { Kind, Page, Place, Words } from "./search.ts";
import { findUnits, unitsShown } from "./units-found.sql.ts";
import { foldedText, likeWords } from "./words.sql.ts";

/** Of each kind beside the others, and of one alone. */
const FEW = 5;
const PAGE = 20;

/** What is looked for stands in the address and nowhere else: in no log, no table, and no page that is kept. */
export async function showSearch(c: Web): Promise<Response> {
  const { house, view } = c.var;
  const q = (c.req.query("q") ?? "").replaceAll("\0", "").trim().slice(0, MOST_TYPED);
  const kind = KINDS.find((each) => each === c.req.query("kind")) ?? null;
  if (!q) return show(c, searchPage(view, null));
  const words = wordsOf((await foldedText.one(house.db.search, q)).folded);
  const after = kind ? readPlace(c.req.query("after")) : null;
  const found = await find(c, q, words, kind, after);
  if (!isNothing(found) || after) return show(c, searchPage(view, { q, kind, words, found, meant: null, isFirstPage: !after }));
  for (const guess of await guesses(c, words)) {
    const other = await find(c, guess.start, guess, kind, null);
    if (!isNothing(other)) return show(c, searchPage(view, { q, kind, words: guess, found: other, meant: guess.start, isFirstPage: true }));
  }
  return show(c, searchPage(view, { q, kind, words, found, meant: null, isFirstPage: true }));
}

const isNothing = ({ events, people, units }: Found): boolean => events.length + people.length + units.length === 0;

async function find(c: Web, q: string, words: Words, kind: Kind | null, after: Place | null): Promise<Found> {
  const { house, viewer } = c.var;
  const db = house.db.search;
  const size = kind ? PAGE : FEW;
  const wanted = (each: Kind) => words.all.length > 0 && (kind === null || kind === each);
  const [events, people, units] = await Promise.all([
    wanted("events") ? findEvents(db, viewer, words, house.clock.now(), after, size) : NONE,
    wanted("people") && viewer ? findPeople({ db: house.db, search: db }, viewer, words, after, size) : NONE,
    wanted("units") ? findUnits(db, viewer, words, after, size) : NONE,
  ]);
  const ids = (page: Page<{ id: string }>) => page.rows.map((row) => row.id);
  const [eventRows, peopleRows, unitRows] = await Promise.all([
    events.rows.length > 0 ? eventsShown.many(house.db, ids(events)) : [],
    people.rows.length > 0 && viewer ? peopleShown.many(house.db, viewer.personId, ids(people)) : [],
    units.rows.length > 0 ? unitsShown.many(house.db, ids(units)) : [],
  ]);
  const more = (each: Kind, { next }: Page<unknown>) => next && (kind ? `${addressOf(q, each)}&${new URLSearchParams({ after: writePlace(next) })}` : addressOf(q, each));
  return {
    events: eventRows,
    people: peopleRows,
    units: unitRows.map((unit) => ({ ...unit, isMine: isMember(viewer, unit.id) })),
    more: { events: more("events", events), people: more("people", people), units: more("units", units) },
  };
}

const NONE: Page<{ id: string; by: string }> = { rows: [], next: null };

/** Each unknown word replaced by what looks like it: first the likeliest of all, then for each the next ones. */
async function guesses(c: Web, words: Words): Promise<Words[]> {
  const alike = await likeWords.many(c.var.house.db.search, [...words.all]);
  const options = words.all.map((word, i) => {
    const found = alike.filter((each) => each.position === i + 1).map((each) => each.word);
    return found.length > 0 ? found : [word];
  });
  const rounds = Math.max(0, ...options.map((option) => option.length));
  if (alike.length === 0) return [];
  return Array.from({ length: rounds }, (_, n) => wordsOf(options.map((option) => option[Math.min(n, option.length - 1)]!).join(" ")));
}
