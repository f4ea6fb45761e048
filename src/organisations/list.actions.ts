/** What organisers do with the people on their list: invite them, or take them off it. */
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { hashToken, idFrom, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { listInvitationLetter } from "./list.letters.ts";
import { MOST_INVITED_A_DAY } from "./list.ts";
import { countInvitedSince, countListed, eraseFromList, insertListInvitation, lettersToWrite, markInvited, nameOf, takeOffUnit } from "./list.sql.ts";
import { lockUnits, unitById } from "./unit.sql.ts";
import type { Unit } from "./unit.ts";

export type InviteOutcome = { kind: "invited"; count: number; left: number } | { kind: "nobody" } | { kind: "tomorrow" } | { kind: "not-found" };

/** Everybody is invited once, ever. Only now may a letter be written to them; a job writes it. */
export async function inviteListed(house: House, by: Viewer, unitId: string, chosen: string[] | "all"): Promise<InviteOutcome> {
  return house.db.transaction(async (tx): Promise<InviteOutcome> => {
    const unit = await unitById.maybe(tx, unitId);
    if (!unit || unit.closedAt || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    const at = house.clock.now();
    await lockUnits.many(tx, [unit.organisationId]);
    const { count: today } = await countInvitedSince.one(tx, unit.organisationId, by.personId, at.subtract({ hours: 24 }));
    const room = MOST_INVITED_A_DAY - today;
    if (room <= 0) return { kind: "tomorrow" };
    const invited = await markInvited.many(tx, unitId, chosen === "all" ? null : chosen, room, at);
    if (invited.length === 0) return { kind: "nobody" };
    await record(tx, { kind: "list.invited", at, by: by.personId, unitId, about: { count: invited.length } });
    await enqueue(tx, "invite-listed", { unitId, by: by.personId }, { key: `invite-listed:${unitId}` });
    const { invitable } = await countListed.one(tx, unitId);
    return { kind: "invited", count: invited.length, left: chosen === "all" ? invitable : 0 };
  });
}

const LETTERS_AT_ONCE = 100;

/** Writes the letters that are due, some at a time. The token is in the letter only, and the letter is emptied when it is sent. */
export async function writeListInvitations(house: House, unitId: string, by: string | null): Promise<void> {
  const { config, clock, db } = house;
  const unit = await unitById.maybe(db, unitId);
  if (!unit) return;
  const organiser = by && ((await nameOf.maybe(db, by))?.name ?? null);
  const t = translator(config.language ?? defaultLocale);
  for (let written = LETTERS_AT_ONCE; written === LETTERS_AT_ONCE; ) {
    written = await db.transaction(async (tx) => {
      const now = clock.now();
      const due = await lettersToWrite.many(tx, unitId, LETTERS_AT_ONCE);
      for (const { personId, name, address } of due) {
        const token = newToken();
        const url = `${config.baseUrl}/lists/${token}`;
        await insertListInvitation.run(tx, unitId, personId, address, hashToken(token), by, now);
        const { subject, parts } = listInvitationLetter(t, { name, organisation: unit.organisationName, unit: unit.kind === "organisation" ? null : unit.name, site: config.siteName, organiser, url, baseUrl: config.baseUrl });
        await writeLetter(
          tx,
          idFrom(`list-invitation ${personId}`),
          { kind: "list-invitation", to: address, personId, subject, ...compose(parts), unsubscribeUrl: `${url}/erasure`, isSecret: true, inTurn: true },
          { now, host: new URL(config.baseUrl).hostname },
        );
      }
      return due.length;
    });
  }
}

export async function takeOffList(house: House, by: Viewer, unitId: string, personIds: string[]): Promise<{ kind: "taken-off"; count: number } | { kind: "not-found" }> {
  return house.db.transaction(async (tx) => {
    const unit = await unitById.maybe(tx, unitId);
    if (!unit || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, [unit.organisationId, unit.id]);
    return { kind: "taken-off", count: await unlist(tx, unit, personIds, { at: house.clock.now(), by: by.personId }) };
  });
}

/** Off the organisation's list is erased; off a unit's list they stay on the organisation's. Nobody with an account is touched. Returns how many. */
export async function unlist(tx: Tx, unit: Unit, personIds: string[], { at, by }: { at: Temporal.Instant; by: string }): Promise<number> {
  const count = await (unit.kind === "organisation" ? eraseFromList.run(tx, unit.organisationId, personIds) : takeOffUnit.run(tx, unit.id, personIds));
  if (count > 0) await record(tx, { kind: "list.shortened", at, by, unitId: unit.id, about: { count } });
  return count;
}
