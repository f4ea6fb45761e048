import type { House } from "../house.ts";
import { forgetAnswerLinks, forgetBrowsers, forgetGuests } from "./answer-link.sql.ts";

/** Links that open nothing, browsers long not seen, guests who never answered; every hour. */
export async function forgetAnswerEntries({ db, clock }: House): Promise<void> {
  for (const forget of [forgetAnswerLinks, forgetBrowsers, forgetGuests]) await db.transaction((tx) => forget.run(tx, clock.now()));
}
