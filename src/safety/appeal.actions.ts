import type { House } from "../house.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { hashToken } from "../platform/ids.ts";
import { liftSanction } from "./sanction.actions.ts";
import { answerAppeal, lockSanction, othersToAppealTo, sanctionById, sanctionByToken, writeAppeal } from "./sanction.sql.ts";
import { mayAnswerAppeal } from "./sanction.ts";

/** Once, by whoever holds the letter's link: somebody who is suspended cannot sign in to object. */
export async function appeal(house: House, token: string, words: string): Promise<{ kind: "sent" | "already" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const sanction = await sanctionByToken.maybe(tx, hashToken(token));
    if (!sanction) return { kind: "not-found" };
    if ((await writeAppeal.run(tx, sanction.id, words, at)) === 0) return { kind: "already" };
    await record(tx, { kind: "sanction.appealed", at, by: sanction.personId, personId: sanction.personId, unitId: sanction.unitId, about: { sanctionId: sanction.id } });
    return { kind: "sent" };
  });
}

/** Either it stands, or it ends and what it took comes back. */
export async function settleAppeal(house: House, by: Viewer, id: string, { upheld, words }: { upheld: boolean; words: string }): Promise<{ kind: "answered" | "already" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    await lockSanction.maybe(tx, id);
    const sanction = await sanctionById.maybe(tx, id);
    const others = (await othersToAppealTo.one(tx, id)).is;
    if (!sanction?.appealedAt || !mayAnswerAppeal(by, sanction, others)) return { kind: "not-found" };
    if (sanction.answeredAt) return { kind: "already" };
    if (!upheld) await liftSanction(tx, id, by.personId, at);
    await answerAppeal.run(tx, id, upheld, words, by.personId, at);
    await record(tx, { kind: "sanction.answered", at, by: by.personId, personId: sanction.personId, unitId: sanction.unitId, about: { sanctionId: id, upheld } });
    return { kind: "answered" };
  });
}
