/** Letters to those who run the server: that somebody waits for them, once a day at most, and that one more runs it. */
import type { House } from "../house.ts";
import { foundingAskedLetter } from "../organisations/founding.letters.ts";
import { foundingRequestCount } from "../organisations/founding.sql.ts";
import { newAdministratorLetter } from "../people/administrator.letters.ts";
import { registrationCount } from "../people/registration.sql.ts";
import { waitingLetter } from "../people/registration.letters.ts";
import { accountInFull } from "./account.sql.ts";
import { tellAdministrators } from "./tell-administrators.actions.ts";

export async function tellOfRegistration(house: House): Promise<void> {
  const { count } = await registrationCount.one(house.db);
  if (count > 0) await tellAdministrators(house, "registrations", (t, place) => waitingLetter(t, { ...place, count }));
}

export async function tellOfFounding(house: House): Promise<void> {
  const { count } = await foundingRequestCount.one(house.db);
  if (count > 0) await tellAdministrators(house, "foundings", (t, place) => foundingAskedLetter(t, { ...place, count }));
}

export async function tellOfAdministrator(house: House, { personId, changeId }: Record<string, unknown>): Promise<void> {
  const account = await accountInFull.maybe(house.db, personId as string);
  if (!account) return;
  await tellAdministrators(house, `administrator ${changeId as string}`, (t, place) => newAdministratorLetter(t, { ...place, name: account.name, personId: account.id }));
}
