/**
 * An account begins slowly: for its first days it may do a little of everything that reaches others, so that whoever makes accounts by the dozen
 * gains little by it. Time lifts this, and so does any organiser who accepts or invites the person into a network.
 */
import type { House } from "../house.ts";
import { withinRate } from "../platform/http/rate.ts";
import type { Viewer } from "./viewer.ts";

/** The same in the viewer's statement (viewer.sql.ts). */
export const NEWCOMER_DAYS = 3;

export const IN_A_DAY = { message: 20, connection: 5, organisation: 1, invitation: 10 } as const;

/** Counts one more of these where the account is new; anybody else only meets the usual bounds. */
export async function newcomerMay(house: House, viewer: Viewer, what: keyof typeof IN_A_DAY): Promise<boolean> {
  if (!viewer.isNew) return true;
  return withinRate(house.db, house.clock.now(), `new-${what}`, viewer.personId, { most: IN_A_DAY[what], minutes: 24 * 60 });
}
