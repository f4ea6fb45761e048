import pg from "pg";
import type { House } from "../src/house.ts";
import { sessionEnd } from "../src/people/session.ts";
import { hashToken, newToken } from "../src/platform/ids.ts";
import type { Person } from "./cast.ts";

/** Signs somebody in who is not of the cast, such as a person of the example network. */
export async function signedIn(house: House, personId: string): Promise<Person> {
  const client = new pg.Client(house.db.connection);
  await client.connect();
  const now = house.clock.now();
  const token = newToken();
  await client.query("insert into session (token_hash, person_id, device, created_at, last_seen_at, expires_at) values ($1, $2, 'Firefox on Linux', $3, $3, $4)", [hashToken(token), personId, now.toString(), sessionEnd(now).toString()]);
  const { rows } = await client.query("select p.name, e.address from person p join email_address e on e.person_id = p.id where p.id = $1", [personId]);
  await client.end();
  return { id: personId, name: rows[0].name, address: rows[0].address, token };
}
