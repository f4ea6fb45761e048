import { reply } from "../attendance/rsvp.actions.ts";
import type { House } from "../house.ts";
import { writeTo } from "./letter-to.actions.ts";
import { administratorsToAsk, organisersToAsk, personToTell } from "./report.sql.ts";
import { hashToken, newToken } from "../platform/ids.ts";
import { leaveWhereBarred, liftSanction } from "./sanction.actions.ts";
import { appealAnsweredLetter, appealLetter, sanctionLetter } from "./sanction.letters.ts";
import { answersToTakeBack, forgetKeptWords, renewToken, sanctionById, sanctionsDue } from "./sanction.sql.ts";
import { KEPT_DAYS } from "./sanction.ts";

type Payload = Record<string, unknown>;

/** Ends the membership of whoever may no longer belong, if they do, and gives back the places that somebody may no longer have; each goes to the next in line as when they had said no themselves. */
export async function carryOutSanction(house: House, { sanctionId }: Payload): Promise<void> {
  await leaveWhereBarred(house, sanctionId as string);
  const sanction = await sanctionById.maybe(house.db, sanctionId as string);
  for (const { eventId } of await answersToTakeBack.many(house.db, sanctionId as string, house.clock.now())) {
    if (sanction) await reply(house, sanction.personId, eventId, { answer: "not_going" });
  }
}

/** Whatever has run its time ends, also after the server was down when it came. */
export async function endSanctions(house: House): Promise<void> {
  const now = house.clock.now();
  for (const { id } of await sanctionsDue.many(house.db, now)) await house.db.transaction((tx) => liftSanction(tx, id, null, now));
}

export async function forgetRemovedWords(house: House): Promise<void> {
  await forgetKeptWords.run(house.db, house.clock.now().subtract({ hours: 24 * KEPT_DAYS }));
}

/** To the other organisers and the administrators; to whoever decided only where there is nobody else. */
export async function tellOfAppeal(house: House, { sanctionId }: Payload): Promise<void> {
  await house.db.transaction(async (tx) => {
    const sanction = await sanctionById.maybe(tx, sanctionId as string);
    if (!sanction || sanction.answeredAt) return;
    const without = [sanction.personId, sanction.setBy].filter((id) => id !== null);
    const place = sanction.unitPath?.at(-1) ?? null;
    const organisers = place ? await organisersToAsk.many(tx, place, without) : [];
    const administrators = organisers.length > 0 ? [] : await administratorsToAsk.many(tx, without);
    const nobodyElse = organisers.length + administrators.length === 0 && sanction.setBy ? await personToTell.many(tx, sanction.setBy) : [];
    for (const to of [...organisers, ...administrators, ...nobodyElse]) {
      const isAdministrator = administrators.includes(to);
      await writeTo(tx, house, `appeal ${sanction.id}`, to, (setting) => appealLetter(setting, house.config, { id: sanction.id, isAdministrator }));
    }
  });
}

export async function tellOfAppealAnswer(house: House, { sanctionId }: Payload): Promise<void> {
  await house.db.transaction(async (tx) => {
    const sanction = await sanctionById.maybe(tx, sanctionId as string);
    const to = sanction && (await personToTell.maybe(tx, sanction.personId));
    if (!sanction || !to || sanction.upheld === null) return;
    const { upheld, answer } = sanction;
    await writeTo(tx, house, `appeal answered ${sanction.id}`, to, (setting) => appealAnsweredLetter(setting, house.config, { upheld, answer: answer ?? "" }));
  });
}

/** Whoever was barred, left and came back: the link of their old letter went with their account, so they get a new one. */
export async function tellOfKeptBar(house: House, { sanctionId }: Payload): Promise<void> {
  await house.db.transaction(async (tx) => {
    const sanction = await sanctionById.maybe(tx, sanctionId as string);
    const to = sanction && !sanction.endedAt && (await personToTell.maybe(tx, sanction.personId));
    if (!sanction || !to) return;
    const token = newToken();
    if ((await renewToken.run(tx, sanction.id, hashToken(token))) === 0) return;
    await writeTo(tx, house, `sanction ${sanction.id}`, to, (setting) => sanctionLetter(setting, house.config, sanction, token), { isSecret: true });
  });
}
