import type { House } from "../house.ts";
import { forgetAddressLinks } from "./address.sql.ts";
import { forgetKeptBars } from "./kept-bar.sql.ts";
import { forgetChallenges, forgetSessions, forgetSpentLinks, forgetWelcomes } from "./sign-in.sql.ts";
import { forgetWaysBack } from "./way-back.sql.ts";

/** Spent links, old sessions and challenges; every hour. */
export async function forgetSpentEntries(house: House): Promise<void> {
  for (const forget of [forgetSpentLinks, forgetWelcomes, forgetSessions, forgetChallenges, forgetAddressLinks, forgetWaysBack, forgetKeptBars]) await forget.run(house.db, house.clock.now());
}
