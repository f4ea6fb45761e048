/** The rule and its fragments of SQL: the same answer for every choice of the organisers and every way to stand to the event. */
import assert from "node:assert/strict";
import test from "node:test";
import { addMeetUp, ask } from "../../test/event.ts";
import { fresh } from "../../test/fresh.ts";
import { idFrom } from "../platform/ids.ts";
import { sql } from "../platform/db/sql.ts";
import { isInvited, mayFind as mayFindSql, mayOpen as mayOpenSql, maySeeCounts as countsSql, maySeeNames as namesSql, maySeePlace as placeSql } from "./event-audience.sql.ts";
import { audiences, everyStance, mayFind, mayOpen, maySeeCounts, maySeeNames, maySeePlace, namesFor, placesFor, showsNamesToMore, STRANGER } from "./event-audience.ts";
import type { Openness } from "./event-audience.ts";

const ANSWERS = [null, "going", "maybe", "waitlisted", "not_going"] as const;
const INVITED = ["no", "by name", "by address", "withdrawn"] as const;

test("the database and the pages agree on who may open, find, and see names, counts and the place", async () => {
  const { house, cast } = await fresh();
  const meetUp = await addMeetUp(house, cast);
  await ask(
    house,
    `with row as (delete from event where id = $1 returning *)
     insert into event (unit_id, title, zone, starts_at, ends_at, venue_id, created_at, updated_at, published_at, audience, names_for, counts_public, place_for)
     select unit_id, title, zone, starts_at, ends_at, venue_id, created_at, updated_at, case when published then published_at end, a, n, c, p
       from row, unnest($2::text[]) a, unnest($3::text[]) n, unnest(array[true, false]) c, unnest($4::text[]) p, unnest(array[true, false]) published`,
    [meetUp.id, audiences, namesFor, placesFor],
  );
  // One person for each answer and way of being invited; which units they are in is asked of the viewer, not of the tables.
  const people = ANSWERS.flatMap((answer) => INVITED.map((invited) => ({ id: idFrom(`${answer} ${invited}`), address: `${idFrom(`${answer} ${invited}`)}@example.org`, answer, invited })));
  const ids = people.map(({ id }) => id);
  await ask(house, "insert into person (id, name, claimed_at, created_at, updated_at) select id, 'Somebody', now(), now(), now() from unnest($1::uuid[]) id", [ids]);
  await ask(house, "insert into email_address (person_id, address, verified_at, created_at) select id, a, now(), now() from unnest($1::uuid[], $2::text[]) as one (id, a)", [ids, people.map(({ address }) => address)]);
  await ask(
    house,
    `insert into rsvp (event_id, person_id, answer, place_no, answered_at, updated_at)
     select e.id, p.id, p.answer, p.n, now(), now() from event e, unnest($1::uuid[], $2::text[]) with ordinality as p (id, answer, n) where p.answer is not null`,
    [ids, people.map(({ answer }) => answer)],
  );
  await ask(
    house,
    `insert into event_invitation (event_id, person_id, address, invited_at, withdrawn_at)
     select e.id, case when i.how <> 'by address' then i.id end, case when i.how = 'by address' then upper(i.address) end, now(), case when i.how = 'withdrawn' then now() end
       from event e, unnest($1::uuid[], $2::text[], $3::text[]) as i (id, address, how) where i.how <> 'no'`,
    [ids, people.map(({ address }) => address), people.map(({ invited }) => invited)],
  );
  const sides: string[][] = [[], [cast.tlg.id]];
  const somebody = people.flatMap((one) => sides.flatMap((memberOf) => sides.map((organises) => ({ ...one, memberOf, organises }))));
  const elsewhere = { ...people[0]!, memberOf: [cast.flc.id], organises: [cast.flc.id] };
  const stranger = { ...people[0]!, id: null, memberOf: [] as string[], organises: [] as string[] };
  let seen = 0;
  for (const { id, answer, invited, memberOf, organises } of [...somebody, elsewhere, stranger]) {
    const asker = { personId: id, memberOf, organises };
    const who = { isMember: memberOf.includes(cast.tlg.id), isOrganiser: organises.includes(cast.tlg.id), isInvited: invited === "by name" || invited === "by address", answer };
    const { rows } = await house.db.query(sql`
      select e.published_at as "publishedAt", e.audience, e.names_for as "namesFor", e.counts_public as "countsPublic", e.place_for as "placeFor",
             ${isInvited(asker.personId)} as "isInvited", ${mayOpenSql(asker)} as open, ${mayFindSql(asker)} as find, ${namesSql(asker)} as names,
             ${countsSql(asker)} as counts, ${placeSql(asker)} as place
        from event e join unit u on u.id = e.unit_id`);
    for (const row of rows as (Openness & Record<string, unknown>)[]) {
      const told = { isInvited: row["isInvited"], open: row["open"], find: row["find"], names: row["names"], counts: row["counts"], place: row["place"] };
      const ruled = { isInvited: who.isInvited, open: mayOpen(row, who), find: mayFind(row, who), names: maySeeNames(row, who), counts: maySeeCounts(row, who), place: maySeePlace(row, who) };
      assert.deepEqual(told, ruled, JSON.stringify({ ...row, ...who }));
      seen++;
    }
  }
  assert.equal(seen, 82 * 128);
});

test("what may be found may be opened, and nobody sees names of what they may not open", () => {
  for (const audience of audiences) {
    for (const names of namesFor) {
      for (const publishedAt of [null, "then"]) {
        for (const who of everyStance) {
          const event = { audience, namesFor: names, publishedAt };
          if (mayFind(event, who)) assert.ok(mayOpen(event, who));
          if (maySeeNames(event, who)) assert.ok(mayOpen(event, who));
          if (!publishedAt) assert.equal(mayOpen(event, who), who.isOrganiser);
        }
      }
    }
  }
  assert.ok(!mayFind({ audience: "unlisted", publishedAt: "then" }, { ...STRANGER, isMember: true }), "members find no unlisted one by themselves");
});

test("names can be kept from people later, never shown to more of them", () => {
  const shows = (...pairs: [Openness["audience"], Openness["namesFor"]][]) => showsNamesToMore({ audience: pairs[0]![0], namesFor: pairs[0]![1] }, { audience: pairs[1]![0], namesFor: pairs[1]![1] });
  assert.ok(shows(["everyone", "members"], ["everyone", "everyone"]));
  assert.ok(!shows(["everyone", "everyone"], ["everyone", "members"]));
  assert.ok(!shows(["members", "members"], ["everyone", "members"]), "members saw them before");
  assert.ok(shows(["members", "everyone"], ["everyone", "everyone"]));
  assert.ok(shows(["invited", "members"], ["members", "members"]), "members who were not invited");
  assert.ok(!shows(["invited", "coming"], ["everyone", "coming"]));
});
