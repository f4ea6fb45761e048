/** Each place of the schema that points at a person, and whether it is in what they take away. A new one has to be decided here. */
import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "./event.ts";
import { fresh } from "./fresh.ts";

/** taken: in takeaway.sql.ts. theirs: it says what somebody else did, or keeps to themselves. nothing: it holds nothing that the rest does not say. */
const DECIDED: Record<string, "taken" | "theirs" | "nothing"> = {
  "account.person_id": "taken",
};

test("every place that points at a person has been decided", async () => {
  const { house } = await fresh({ cast: false });
  const { rows } = await ask(
    house,
    `select c.conrelid::regclass || '.' || a.attname as place
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'person'::regclass
      order by 1`,
  );
  assert.deepEqual(rows.map((row) => row.place).filter((place) => !DECIDED[place]), []);
});
