/**
 * A server with as many people as asked for: one large body with twelve branches and seven committees, one network that meets online, two hundred
 * small societies, and 20,000 evenings, a tenth of them still to come. The same each time. Around the one who looks, all is alike however many
 * others there are: one branch, one committee, fifty evenings of sixty, two hundred acquaintances.
 */
import pg from "pg";
import { LATIN, OTHERS } from "../src/example/names.ts";
import type { NamePool } from "../src/example/names.ts";
import type { House } from "../src/house.ts";
import { idFrom } from "../src/platform/ids.ts";
import { forgetWords, learnWords } from "../src/search/words.sql.ts";

export const EVENTS = 20_000;
const BATCH = 20_000;
const SOCIETIES = 200;
const BRANCHES = ["East Anglia", "North East", "North West", "Yorkshire", "Wales", "Scotland", "Thames Valley", "London", "South West", "South Coast", "Midlands", "Northern Ireland"];
const COMMITTEES = ["Council", "Education", "Publications", "Conference", "Diversity", "Awards", "Finance"];
export const TOWNS = ["Fenbridge", "Newcastle", "Leeds", "Cardiff", "Glasgow", "Reading", "Camden", "Bristol", "Brighton", "Coventry", "Belfast", "Norwich", "York", "Swansea", "Dundee"];
const SUBJECTS = ["cataloguing", "local studies", "maps", "rare books", "open access", "metadata", "school libraries", "archives", "digitisation", "reading for pleasure", "copyright", "web archiving", "prison libraries", "oral history", "bookbinding"];
const SHAPES = ["Summer meet-up:", "Reading group:", "An evening about", "Lightning talks on", "Walk and talk:", "Workshop:", "Tea and", "Visit to see", "New to", "A long look at"];
const SYLLABLES = ["al", "ber", "cor", "dun", "el", "fen", "gar", "hol", "ing", "kel", "lan", "mor", "nor", "pen", "quil", "ros", "sel", "thorn", "ur", "wes"];
const ENDINGS = ["ton", "ley", "worth", "by", "field", "man", "wick", "son", "mere", "croft", "stead", "wood"];

export const GUILD = idFrom("crowd guild");
export const branchId = (n: number): string => idFrom(`crowd branch ${n}`);
export const committeeId = (n: number): string => idFrom(`crowd committee ${n}`);
export const ONLINE = idFrom("crowd online");
const societyId = (n: number) => idFrom(`crowd society ${n}`);
export const personId = (n: number): string => idFrom(`crowd person ${n}`);
export const eventId = (n: number): string => idFrom(`crowd event ${n}`);

/** Spread evenly, and the same each time. */
const spread = (n: number, over: number) => (Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) >>> 8) % over;

export async function fillCrowd(house: House, people: number): Promise<void> {
  const client = new pg.Client(house.db.connection);
  await client.connect();
  const now = house.clock.now().toString();
  // What the triggers keep is made at the end, and nothing here points nowhere.
  await client.query("set session_replication_role = replica");
  await addUnits(client, now);
  for (let from = 0; from < people; from += BATCH) await addPeople(client, from, Math.min(people, from + BATCH), now);
  await addAround(client, people, now);
  await client.query("update unit u set member_count = m.count from (select unit_id, count(*) from membership group by unit_id) m where m.unit_id = u.id");
  await client.query("set session_replication_role = origin");
  await client.query("select refind_units(array(select id from unit))");
  await client.query("select refind_events(array(select id from event))");
  for (let from = 0; from < people; from += BATCH) {
    await client.query("select refind_people($1)", [Array.from({ length: Math.min(BATCH, people - from) }, (_, i) => personId(from + i))]);
  }
  await client.query("vacuum analyze");
  await client.end();
  await learnWords.run(house.db.slow);
  await forgetWords.run(house.db.slow);
}

async function addUnits(client: pg.Client, now: string): Promise<void> {
  const organisations = [
    { id: GUILD, code: "TLG", name: "The Library Guild", area: "United Kingdom", kind: "organisation" },
    { id: ONLINE, code: "NPN", name: "New Professionals Network", area: null, kind: "organisation" },
    ...Array.from({ length: SOCIETIES }, (_, n) => ({ id: societyId(n), code: codeOf(n), name: `${TOWNS[n % TOWNS.length]!} ${title(SUBJECTS[spread(n, SUBJECTS.length)]!)} Society ${n}`, area: TOWNS[n % TOWNS.length]!, kind: "organisation" })),
  ];
  const units = [
    ...organisations.map((o) => ({ ...o, root: o.id })),
    ...BRANCHES.map((name, n) => ({ id: branchId(n), name, area: name, kind: "branch", root: GUILD })),
    ...COMMITTEES.map((name, n) => ({ id: committeeId(n), name: `${name} Committee`, area: null, kind: "committee", root: GUILD })),
  ];
  await client.query("insert into organisation (id, code, line, created_at) select o.id, o.code, 1 + abs(hashtext(o.code)) % 5, $2 from jsonb_to_recordset($1) as o (id uuid, code text)", [JSON.stringify(organisations), now]);
  await client.query(
    `insert into unit (id, organisation_id, parent_id, kind, slug, name, area, path, created_at)
     select u.id, u.root, nullif(u.root, u.id), u.kind, trim(both '-' from regexp_replace(lower(u.name), '[^a-z0-9]+', '-', 'g')), u.name, u.area, case when u.id = u.root then array[u.id] else array[u.root, u.id] end, $2
       from jsonb_to_recordset($1) as u (id uuid, root uuid, kind text, name text, area text)`,
    [JSON.stringify(units), now],
  );
  await client.query("insert into venue (id, organisation_id, name, area, created_at, updated_at) select v.id, $2, v.name, v.area, $3, $3 from jsonb_to_recordset($1) as v (id uuid, name text, area text)", [
    JSON.stringify(TOWNS.map((area, n) => ({ id: idFrom(`crowd venue ${n}`), name: `${area} Old Library`, area }))), GUILD, now,
  ]);
  const hosts = [...BRANCHES.map((_, n) => branchId(n)), ONLINE, ...Array.from({ length: SOCIETIES }, (_, n) => societyId(n))];
  const events = Array.from({ length: EVENTS }, (_, n) => ({
    id: eventId(n),
    unit: hosts[spread(n, hosts.length)]!,
    title: `${SHAPES[spread(n + 7, SHAPES.length)]!} ${SUBJECTS[spread(n * 3, SUBJECTS.length)]!} in ${TOWNS[n % TOWNS.length]!}`,
    venue: idFrom(`crowd venue ${n % TOWNS.length}`),
    days: n < EVENTS / 10 ? 1 + (n % 180) : -1 - (n % 3000),
  }));
  await client.query(
    `insert into event (id, unit_id, title, summary, zone, starts_at, ends_at, venue_id, created_at, updated_at, published_at)
     select e.id, e.unit, e.title, 'Bring a friend and a question.', 'Europe/London', $2::timestamptz + e.days * interval '1 day', $2::timestamptz + e.days * interval '1 day' + interval '2 hours', e.venue, $2, $2, $2
       from jsonb_to_recordset($1) as e (id uuid, unit uuid, title text, venue uuid, days int)`,
    [JSON.stringify(events), now],
  );
}

async function addPeople(client: pg.Client, from: number, until: number, now: string): Promise<void> {
  const rows = Array.from({ length: until - from }, (_, i) => ({ id: personId(from + i), n: from + i, ...nameOf(from + i) }));
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  await client.query(
    `insert into person (id, name, latin_name, name_lang, known_by, home_area, claimed_at, created_at, updated_at)
     select *, $7, $7, $7 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [column("id"), column("name"), column("latinName"), column("lang"), rows.map(({ n }) => handleOf(n)), rows.map(({ n }) => TOWNS[spread(n, TOWNS.length)]), now],
  );
  await client.query("insert into email_address (person_id, address, verified_at, created_at) select id, 'person' || n || '@example.org', $3, $3 from unnest($1::uuid[], $2::int[]) as p (id, n)", [column("id"), column("n"), now]);
  await client.query("insert into account (person_id, created_at) select id, $2 from unnest($1::uuid[]) id", [column("id"), now]);
  const belonging = rows.flatMap(({ id, n }) => [
    ...(n % 10 < 7 ? [[id, GUILD], [id, branchId(Math.floor(n / 10) % BRANCHES.length)]] : []),
    ...(n % 10 === 0 || n % 10 > 7 ? [[id, ONLINE]] : []),
    ...(n % 2 === 0 ? [[id, societyId(spread(n, SOCIETIES))]] : []),
    ...(n % 10 < 7 && n < 560 ? [[id, committeeId(Math.floor(n / 10) % COMMITTEES.length)]] : []),
  ]);
  await client.query("insert into membership (person_id, unit_id, starts_on, source, created_at) select p, u, '2024-01-01', 'joined', $3 from unnest($1::uuid[], $2::uuid[]) as m (p, u)", [belonging.map(([p]) => p), belonging.map(([, u]) => u), now]);
}

/** Who is known to person 0, and with whom they were. */
async function addAround(client: pg.Client, people: number, now: string): Promise<void> {
  const others = Array.from({ length: Math.min(200, people - 1) }, (_, i) => personId(1 + spread(i * 7, people - 1)));
  await client.query("insert into connection (asker_id, asked_id, asked_at, accepted_at) select $1, other, $3, $3 from (select distinct unnest($2::uuid[]) as other) o on conflict do nothing", [personId(0), others, now]);
  const answers = Array.from({ length: 50 }, (_, e) => [0, ...Array.from({ length: 59 }, (_, i) => 1 + ((e * 61 + i * 7) % (people - 1)))].map((n) => [eventId(e), personId(n)])).flat();
  await client.query(
    `insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at)
     select e, p, 'going', row_number() over (partition by e), $3, $3 from (select distinct e, p from unnest($1::uuid[], $2::uuid[]) as r (e, p)) r`,
    [answers.map(([e]) => e), answers.map(([, p]) => p), now],
  );
  await client.query("update event e set going_count = r.count, next_place = r.count + 1 from (select event_id, count(*) from rsvp group by 1) r where r.event_id = e.id");
}

/** Three in five as in a British register, one in five with the marks of another Latin alphabet, one in five in another script. */
export function nameOf(n: number): { name: string; latinName: string | null; lang: string } {
  const kind = spread(n, 5);
  if (kind > 1) {
    const { given } = LATIN[0]!;
    const family = title(SYLLABLES[spread(n * 5, SYLLABLES.length)]! + SYLLABLES[spread(n * 11, SYLLABLES.length)]! + ENDINGS[spread(n * 13, ENDINGS.length)]!);
    return { name: `${given[spread(n * 17, given.length)]![0]} ${family}`, latinName: null, lang: "en" };
  }
  const pools: readonly NamePool[] = kind === 1 ? LATIN.slice(1) : OTHERS;
  const pool = pools[spread(n * 19, pools.length)]!;
  const given = pool.given[spread(n * 23, pool.given.length)]!;
  const family = pool.family[spread(n * 29, pool.family.length)]!;
  const [first, last] = pool.familyFirst ? [family, given] : [given, family];
  return { name: (first[0] + (pool.joint ?? " ") + last[0]).replaceAll("_", " "), latinName: given[1] ? `${given[1]} ${family[1]}` : null, lang: pool.lang };
}

export const handleOf = (n: number): string => `@${SYLLABLES[spread(n * 31, SYLLABLES.length)]!}${n}@reading.example`;

/** Three letters that neither of the two large ones has. */
const codeOf = (n: number) => `S${String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))}`;
const title = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
