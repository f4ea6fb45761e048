import type { House } from "../house.ts";
import { hashToken, newToken } from "../platform/ids.ts";
import { learnFriends } from "../organisations/friend.sql.ts";
import { learnWords } from "../search/words.sql.ts";
import { anyOrganisation, insertExampleLink, insertRows, setImportedBy } from "./example.sql.ts";
import { unitId } from "./organisations.ts";
import { exampleNetwork } from "./network.ts";
import { TABLES } from "./rows.ts";

export type SignInLink = { name: string; who: string; url: string };

export type LoadOutcome = { kind: "loaded"; people: number; links: SignInLink[] } | { kind: "not-empty" };

/** Fills an empty server with the example network, in one transaction, and makes a sign-in link for each of the cast, good for a day. */
export async function loadExample(house: House): Promise<LoadOutcome> {
  const now = house.clock.now();
  const { rows, people } = exampleNetwork({ now });
  return house.db.transaction(async (tx) => {
    if (await anyOrganisation.maybe(tx)) return { kind: "not-empty" };
    for (const table of TABLES) await insertRows[table].run(tx, JSON.stringify(rows[table]));
    const imported = rows.person.filter((row) => row["imported_at"] !== null).map((row) => row["id"] as string);
    await setImportedBy.run(tx, imported, unitId("fenbridge-circle"));
    await learnFriends.run(tx, now.subtract({ hours: 24 * 730 }));
    await learnWords.run(tx); // so that a misspelt name is guessed from the first hour on
    const links: SignInLink[] = [];
    for (const [key, who] of WHO) {
      const person = people.find((one) => one.key === key)!;
      const token = newToken();
      await insertExampleLink.run(tx, hashToken(token), person.address, now, now.add({ hours: 24 }));
      links.push({ name: person.name, who, url: `${house.config.baseUrl}/sign-in/${token}` });
    }
    return { kind: "loaded", people: rows.person.length, links };
  });
}

const WHO = [
  ["nell", "a member of all three networks"],
  ["gwen", "organises the East Anglia branch of the Guild"],
  ["idris", "organises the whole Guild"],
  ["hal", "organises the Fenbridge Library Circle"],
  ["samir", "organises the New Professionals Network"],
  ["tomasz", "new to the branch, knows nobody yet"],
  ["ada", "looks after the server"],
] as const;
