/** Inviting by letter, and answering such a letter. */
import type { House } from "../house.ts";
import { barredFromUnit } from "../people/sanction.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newId, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { invitationLetter } from "./invitation.letters.ts";
import { acceptInvitation, addressesSettled, declineInvitation, insertInvitation, invitationByToken, ownsAddress, withdrawInvitation } from "./invitation.sql.ts";
import { dayAt } from "./membership.ts";
import { startMembership } from "./membership.actions.ts";
import { lockUnits, unitById } from "./unit.sql.ts";
import type { Unit } from "./unit.ts";

export type InviteOutcome = { kind: "invited"; sent: number; settled: number } | { kind: "not-found" };

/**
 * Writes a letter to each address that is neither a member's nor invited already; the unit's lock makes a second press find the first one's.
 * The token stands in the letter only, and the letter is emptied once it is sent.
 */
export async function invite(house: House, by: Viewer, ask: { unitId: string; addresses: string[]; note: string }): Promise<InviteOutcome> {
  const { config, clock } = house;
  return house.db.transaction(async (tx) => {
    const at = clock.now();
    const unit = await unitById.maybe(tx, ask.unitId);
    if (!unit || unit.closedAt || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    await lockUnits.many(tx, unit.path);
    const settled = new Set((await addressesSettled.many(tx, unit.id, ask.addresses)).map((row) => row.address.toLowerCase()));
    const wanted = ask.addresses.filter((address) => !settled.has(address.toLowerCase()));
    for (const address of wanted) {
      const id = newId(at.epochMilliseconds);
      const token = newToken();
      const { subject, parts } = invitationLetter(translator(config.language ?? defaultLocale), {
        site: config.siteName,
        baseUrl: config.baseUrl,
        unit: unit.name,
        organisation: unit.organisationName,
        summary: unit.summary,
        from: by.name,
        note: ask.note,
        url: `${config.baseUrl}/invitations/${token}`,
      });
      await insertInvitation.run(tx, id, unit.id, address, hashToken(token), by.personId, at);
      await writeLetter(
        tx,
        idFrom(`invitation ${id}`),
        { kind: "invitation", to: address, subject, ...compose(parts), isSecret: true },
        { now: at, host: new URL(config.baseUrl).hostname },
      );
      await record(tx, { kind: "invitation.sent", at, by: by.personId, unitId: unit.id, about: { invitationId: id } });
    }
    return { kind: "invited", sent: wanted.length, settled: ask.addresses.length - wanted.length };
  });
}

export async function takeBackInvitation(house: House, by: Viewer, ask: { unitId: string; invitationId: string }): Promise<{ kind: "withdrawn" | "gone" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const unit = await unitById.maybe(tx, ask.unitId);
    if (!unit || !mayOrganise(by, unit.path)) return { kind: "not-found" };
    const withdrawn = await withdrawInvitation.run(tx, ask.invitationId, unit.id, at);
    if (!withdrawn) return { kind: "gone" };
    await record(tx, { kind: "invitation.withdrawn", at, by: by.personId, unitId: unit.id, about: { invitationId: ask.invitationId } });
    return { kind: "withdrawn" };
  });
}

export type InvitationOutcome = { kind: "accepted" | "declined" | "barred"; unit: Unit } | { kind: "not-yours" | "spent" };

/** Only the owner of the address may answer, so that a letter passed on opens nothing. Accepting joins, whatever the unit's way in. */
export async function answerInvitation(house: House, by: Viewer, { token, accept }: { token: string; accept: boolean }): Promise<InvitationOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const invitation = await invitationByToken.maybe(tx, hashToken(token));
    const unit = invitation && (await unitById.maybe(tx, invitation.unitId));
    if (!invitation || !unit || unit.closedAt) return { kind: "spent" };
    if (!(await ownsAddress.one(tx, by.personId, invitation.address)).owns) return { kind: "not-yours" };
    await lockUnits.many(tx, unit.path);
    const about = { invitationId: invitation.id };
    if (accept && (await barredFromUnit.one(tx, by.personId, unit.id)).is) {
      return { kind: "barred", unit };
    } else if (accept) {
      if (!(await acceptInvitation.run(tx, invitation.id, at))) return { kind: "spent" };
      await startMembership(tx, { personId: by.personId, unitId: unit.id, on: dayAt(at, unit.zone), source: "invited", at });
      await record(tx, { kind: "invitation.accepted", at, by: by.personId, personId: by.personId, unitId: unit.id, about });
      return { kind: "accepted", unit };
    } else {
      if (!(await declineInvitation.run(tx, invitation.id, at))) return { kind: "spent" };
      await record(tx, { kind: "invitation.declined", at, by: by.personId, personId: by.personId, unitId: unit.id, about });
      return { kind: "declined", unit };
    }
  });
}
