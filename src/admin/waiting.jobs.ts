/** Letters to those who run the server, that somebody waits for them: once a day at most. */
import type { House } from "../house.ts";
import { foundingAskedLetter } from "../organisations/founding.letters.ts";
import { foundingRequestCount } from "../organisations/founding.sql.ts";
import { registrationCount } from "../people/registration.sql.ts";
import { waitingLetter } from "../people/registration.letters.ts";
import { tellAdministrators } from "./tell-administrators.actions.ts";

export async function tellOfRegistration(house: House): Promise<void> {
  const { count } = await registrationCount.one(house.db);
  if (count > 0) await tellAdministrators(house, "registrations", (t, place) => waitingLetter(t, { ...place, count }));
}

export async function tellOfFounding(house: House): Promise<void> {
  const { count } = await foundingRequestCount.one(house.db);
  if (count > 0) await tellAdministrators(house, "foundings", (t, place) => foundingAskedLetter(t, { ...place, count }));
}
