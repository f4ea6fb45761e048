/**
 * The whole page of /search, as one who belongs to a large body and knows two hundred people sees it: made in this process, one after the other, each
 * time for other words, in turn with the cheapest query that there is (one row by its key, over the same connection).
 */
import { query } from "../src/platform/db/query.ts";
import { col } from "../src/platform/db/columns.ts";
import { sql } from "../src/platform/db/sql.ts";
import { fresh } from "../test/fresh.ts";
import type { Browser } from "../test/fresh.ts";
import { signedIn } from "../test/session.ts";
import { fillCrowd, handleOf, nameOf, personId, TOWNS } from "./crowd.ts";
import { median } from "./figure.ts";
import type { Bench, Figure } from "./figure.ts";
import { load, percentile, timed } from "./timed.ts";

const OF_A_KIND = 100;
const AIM = 20;

export const bench: Bench = () => measured(100_000);
export const atAMillion: Bench = () => measured(1_000_000);

async function measured(people: number): Promise<Figure[]> {
  const { house, as, close } = await fresh({ cast: false });
  try {
    await fillCrowd(house, people);
    const member = as(await signedIn(house, personId(0)));
    const figures: Figure[] = [];
    const all: number[] = [];
    const bare: number[] = [];
    for (const [name, of] of Object.entries(kinds(people))) {
      const who = name.startsWith("stranger") ? as(null) : member;
      const times: number[] = [];
      for (let i = -10; i < OF_A_KIND; i++) {
        const address = await addressFor(who, of(Math.abs(i)));
        const key = await timed(() => bareQuery.maybe(house.db.search, personId((i + 10) * 7)));
        const took = await timed(() => found(who, address));
        if (i < 0) continue; // the first ones only warm it
        times.push(took);
        bare.push(key);
      }
      all.push(...times);
      figures.push({ name: `${name}, p50`, value: percentile(times, 0.5), unit: "ms" }, { name: `${name}, p95`, value: percentile(times, 0.95), unit: "ms", aim: `< ${AIM}`, holds: percentile(times, 0.95) < AIM });
    }
    const key = median(bare);
    return [
      ...figures,
      { name: `all of these among ${people.toLocaleString("en-GB")} people, p95`, value: percentile(all, 0.95), unit: "ms", aim: `< ${AIM}`, holds: percentile(all, 0.95) < AIM },
      { name: "all of these, p50", value: percentile(all, 0.5), unit: "ms" },
      { name: "one row by its key, p50", value: key, unit: "ms" },
      { name: "a page of what was found against one row, p50", value: percentile(all, 0.5) / key, unit: "times" },
      load(),
    ];
  } finally {
    await close();
  }
}

const bareQuery = query({ name: col.text }, (id: string) => sql`select name from person where id = ${id}`);

type Ask = { q: string; kind?: string; page?: number };

/** What people type. */
function kinds(people: number): Record<string, (n: number) => Ask> {
  const someone = (n: number) => nameOf((n * 7919) % people);
  const words = (n: number) => someone(n).name.split(" ");
  const foreign = (n: number) => [...Array(100).keys()].map((i) => someone(n * 100 + i)).find(({ latinName }) => latinName)!;
  const first = (text: string, letters: number) => [...text].slice(0, letters).join("");
  return {
    "two letters": (n) => ({ q: first(words(n)[0]!, 2) }),
    "a first name": (n) => ({ q: words(n)[0]! }),
    "a family name": (n) => ({ q: words(n).at(-1)! }),
    "both names": (n) => ({ q: someone(n).name }),
    "the family name and a letter": (n) => ({ q: `${words(n).at(-1)!} ${first(words(n)[0]!, 1)}` }),
    "a name in its own script": (n) => ({ q: foreign(n).name }),
    "a name in Latin letters": (n) => ({ q: foreign(n).latinName! }),
    "a handle": (n) => ({ q: handleOf((n * 7919) % people) }),
    "a misspelt name": (n) => ({ q: misspelt(words(n).at(-1)!) }),
    "a word of every tenth meet-up": (n) => ({ q: ["summer", "reading", "evening", "lightning", "workshop", "tea"][n % 6]! }),
    "words of a title": (n) => ({ q: `${["workshop", "evening", "walk"][n % 3]!} ${["maps", "metadata", "archiv"][Math.floor(n / 3) % 3]!}` }),
    "a town": (n) => ({ q: TOWNS[n % TOWNS.length]! }),
    "the large body": (n) => ({ q: ["guild", "library", "tlg"][n % 3]! }),
    "people, the third page": (n) => ({ q: first(words(n)[0]!, 1), kind: "people", page: 3 }),
    "meet-ups, the third page": (n) => ({ q: ["reading", "tea", "maps"][n % 3]!, kind: "events", page: 3 }),
    "nothing like it": (n) => ({ q: `zzqx${n}` }),
    "stranger, words of a title": (n) => ({ q: `${["workshop", "evening", "walk"][n % 3]!} maps` }),
  };
}

const misspelt = (name: string) => (name.length > 5 ? name.slice(0, 3) + name.slice(4) : `${name}x`);

const pages = new Map<string, string>();

/** Of a later page, by going there once. */
async function addressFor(who: Browser, { q, kind, page = 1 }: Ask): Promise<string> {
  const start = `/search?${new URLSearchParams({ q, ...(kind ? { kind } : {}) })}`;
  if (page === 1) return start;
  const known = pages.get(start);
  if (known) return known;
  let address = start;
  for (let n = 1; n < page; n++) address = /href="([^"]*)" rel="next"/.exec(await found(who, address))?.[1]?.replaceAll("&amp;", "&") ?? address;
  pages.set(start, address);
  return address;
}

async function found(who: Browser, address: string): Promise<string> {
  const { status, text } = await who.get(address);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  return text;
}
