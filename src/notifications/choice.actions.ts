import type { House } from "../house.ts";
import { record } from "../platform/changes/record.ts";
import type { AnnouncementChoice } from "./choice.ts";
import { forgetChoicesWithin, setChoice, stopWeekly } from "./choice.sql.ts";

export type Choices = {
  /** For all networks that have no choice of their own */
  general: AnnouncementChoice;
  /** By organisation; null takes the general one */
  networks: ReadonlyMap<string, AnnouncementChoice | null>;
};

export async function chooseAnnouncements(house: House, personId: string, { general, networks }: Choices): Promise<void> {
  const at = house.clock.now();
  await house.db.transaction(async (tx) => {
    await setChoice.run(tx, personId, null, general, at);
    for (const [organisationId, choice] of networks) {
      await forgetChoicesWithin.run(tx, personId, organisationId);
      if (choice) await setChoice.run(tx, personId, organisationId, choice, at);
    }
    await record(tx, { kind: "announcements.chosen", at, by: personId, personId });
  });
}

/** From a link in a letter, so nobody need be signed in: the link is the right to do it. */
export async function chooseFromLetter(house: House, personId: string, organisationId: string | null, choice: AnnouncementChoice): Promise<void> {
  const at = house.clock.now();
  await house.db.transaction(async (tx) => {
    if (organisationId) {
      await forgetChoicesWithin.run(tx, personId, organisationId);
      await setChoice.run(tx, personId, organisationId, choice, at);
    } else {
      await stopWeekly.run(tx, personId, at);
    }
    await record(tx, { kind: "announcements.chosen", at, by: null, personId, unitId: organisationId, about: { choice } });
  });
}
