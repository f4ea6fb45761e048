/**
 * The people of all tests, as in the mock-ups. Three organisations: the Library Guild (TLG, national, with the East Anglia branch, its committee and
 * a group), the Fenbridge Library Circle (FLC, a small local society) and the New Professionals Network (NPN, online).
 */
import pg from "pg";
import type { House } from "../src/house.ts";
import { sessionEnd } from "../src/people/session.ts";
import { hashToken, idFrom } from "../src/platform/ids.ts";

export type Person = { id: string; name: string; address: string; token: string };

export type Cast = Awaited<ReturnType<typeof addCast>>;

const PEOPLE = {
  /** Administrator of the server, in no organisation. */
  ada: ["Ada Lindqvist", "@ada@guild.example", 5],
  /** Our librarian: TLG, East Anglia, FLC and NPN. */
  nell: ["Nell Ashworth", "@nell@fenbridge.example", 2],
  /** Organises TLG East Anglia; on its committee. */
  gwen: ["Gwen Prydderch", "@gwen@guild.example", 1],
  /** Organises the whole Guild; on the East Anglia committee. */
  idris: ["Idris Okafor-Lund", "@idris@guild.example", 1],
  /** Organises the Fenbridge Library Circle. */
  hal: ["Hal Thistlewood", "@hal@fenbridge.example", 2],
  /** Organises the New Professionals Network. */
  samir: ["Samir Haddad-Wren", "@samir@newpros.example", 3],
  /** A member of TLG East Anglia who knows nobody yet. */
  tomasz: ["Tomasz Wierzba", "@tomasz@mapdrawer.example", 1],
  /** A member of NPN only. */
  misaki: ["佐藤 美咲", "@misaki@newpros.example", 3],
  /** Has an account and is in no organisation. */
  zoe: ["Zoë Newcomb", null, 5],
} as const;

export async function addCast(house: House) {
  const client = new pg.Client(house.db.connection);
  await client.connect();
  const now = house.clock.now();
  const at = now.toString();
  const long = now.subtract({ hours: 24 * 400 }).toString();
  const today = now.toZonedDateTimeISO("Europe/London").toPlainDate();

  const people = {} as Record<keyof typeof PEOPLE, Person>;
  for (const [key, [name, handle, line]] of Object.entries(PEOPLE) as [keyof typeof PEOPLE, (typeof PEOPLE)[keyof typeof PEOPLE]][]) {
    const person = (people[key] = { id: idFrom(`person ${key}`), name, address: `${key}@example.org`, token: `token-of-${key}` });
    await client.query("insert into person (id, name, known_by, line, claimed_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $5, $5)", [person.id, name, handle, line, long]);
    await client.query("insert into email_address (person_id, address, verified_at, created_at) values ($1, $2, $3, $3)", [person.id, person.address, long]);
    await client.query("insert into account (person_id, administrator_since, created_at) values ($1, $2, $3)", [person.id, key === "ada" ? long : null, long]);
    await client.query("insert into session (token_hash, person_id, device, created_at, last_seen_at, expires_at) values ($1, $2, 'Firefox on Linux', $3, $3, $4)", [hashToken(person.token), person.id, at, sessionEnd(now).toString()]);
    if (handle) await client.query("insert into handle (person_id, network, value, is_known_by, created_at) values ($1, 'fediverse', $2, true, $3)", [person.id, handle, long]);
  }

  const organisation = async (slug: string, name: string, code: string, line: number, policy: string, onlineOnly = false) => {
    const id = idFrom(`unit ${slug}`);
    await client.query("insert into organisation (id, code, line, online_only, created_at) values ($1, $2, $3, $4, $5)", [id, code, line, onlineOnly, long]);
    await client.query("insert into unit (id, organisation_id, kind, slug, name, join_policy, path, created_at) values ($1, $1, 'organisation', $2, $3, $4, array[$1::uuid], $5)", [id, slug, name, policy, long]);
    return { id, slug, path: `/organisations/${slug}` };
  };
  const unit = async (parent: { id: string; path: string }, organisationId: string, kind: string, slug: string, name: string, policy: string) => {
    const id = idFrom(`unit ${slug}`);
    await client.query(
      "insert into unit (id, organisation_id, parent_id, kind, slug, name, join_policy, path, created_at) select $1, $2, $3, $4, $5, $6, $7, p.path || $1::uuid, $8 from unit p where p.id = $3",
      [id, organisationId, parent.id, kind, slug, name, policy, long],
    );
    return { id, slug, path: `${parent.path.split("/").slice(0, 3).join("/")}/${slug}` };
  };
  const tlg = await organisation("library-guild", "The Library Guild", "TLG", 1, "request");
  const flc = await organisation("fenbridge-circle", "Fenbridge Library Circle", "FLC", 2, "open");
  const npn = await organisation("new-professionals", "New Professionals Network", "NPN", 3, "open", true);
  const eastAnglia = await unit(tlg, tlg.id, "branch", "east-anglia", "East Anglia", "open");
  const wales = await unit(tlg, tlg.id, "branch", "wales", "Wales", "open");
  const localStudies = await unit(tlg, tlg.id, "group", "local-studies", "Local Studies", "open");
  const committee = await unit(eastAnglia, tlg.id, "committee", "east-anglia-committee", "East Anglia committee", "invitation");

  const member = async (person: Person, ...units: { id: string }[]) => {
    for (const { id } of units) {
      await client.query("insert into membership (person_id, unit_id, starts_on, source, created_at) values ($1, $2, $3, 'joined', $4)", [person.id, id, today.subtract({ days: 300 }).toString(), long]);
      await client.query("update unit set member_count = member_count + 1 where id = $1", [id]);
    }
  };
  const organises = async (person: Person, { id }: { id: string }) => {
    await client.query("insert into organiser (person_id, unit_id, starts_at) values ($1, $2, $3)", [person.id, id, long]);
  };
  await member(people.nell, flc, tlg, eastAnglia, npn);
  await member(people.gwen, tlg, eastAnglia, committee);
  await member(people.idris, tlg, eastAnglia, committee);
  await member(people.tomasz, tlg, eastAnglia);
  await member(people.hal, flc);
  await member(people.samir, npn);
  await member(people.misaki, npn);
  await organises(people.gwen, eastAnglia);
  await organises(people.idris, tlg);
  await organises(people.hal, flc);
  await organises(people.samir, npn);
  await client.end();
  return { ...people, tlg, flc, npn, eastAnglia, wales, localStudies, committee };
}
