/** Writes one numbered row after the other in transactions of their own, and says each number once it is committed. For kills.ts. */
import { openHouse } from "../../src/main.ts";
import { readConfig } from "../../src/platform/config.ts";
import { sql } from "../../src/platform/db/sql.ts";

const { house } = await openHouse(readConfig({ DATA_DIR: process.argv[2]! }, {}), () => {});
for (let n = Number(process.argv[3]); ; n++) {
  for (;;) {
    try {
      // The same number again after a lost connection: nobody can know whether the first try was committed.
      await house.db.transaction((tx) =>
        tx.query(sql`insert into setting (name, value) values (${String(n)}, '0') on conflict (name) do nothing`),
      );
      break;
    } catch {
      await new Promise((again) => setTimeout(again, 5));
    }
  }
  process.stdout.write(`${n}\n`);
}
