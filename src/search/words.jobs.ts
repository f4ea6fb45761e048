import type { House } from "../house.ts";
import { forgetWords, learnWords } from "./words.sql.ts";

/** Every hour: reading all words is quicker than keeping count of each at every write, and nobody waits for the guess at a name. */
export async function learnWordsJob({ db }: House): Promise<void> {
  await learnWords.run(db.slow);
  await forgetWords.run(db.slow);
}
