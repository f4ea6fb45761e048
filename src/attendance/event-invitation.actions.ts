/** Inviting people to an event by name or by address, and taking it back. */
import { eventForUpdate } from "../events/event.sql.ts";
import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { House } from "../house.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import { record } from "../platform/changes/record.ts";
import type { Tx } from "../platform/db/query.ts";
import { defaultLocale } from "../platform/i18n/locales.ts";
import type { Locale } from "../platform/i18n/locales.ts";
import { translator } from "../platform/i18n/translate.ts";
import { hashToken, idFrom, newToken } from "../platform/ids.ts";
import { compose } from "../platform/mail/compose.ts";
import { writeLetter } from "../platform/mail/letter.ts";
import { insertAnswerLink } from "./answer-link.sql.ts";
import { eventInvitationLetter } from "./event-invitation.letters.ts";
import { inviteAddress, invitePerson, letterTo, mayBeInvited, withdrawEventInvitation } from "./event-invitation.sql.ts";

export type Invited = { eventId: string; personIds: readonly string[]; addresses: readonly string[]; note: string };

export type InviteToEventOutcome = { kind: "not-found" } | { kind: "over" } | { kind: "invited"; count: number; already: number };

/**
 * One letter a person, however often they are asked: whoever is invited already, has answered, or wants no letters of the hosts gets none, and the
 * organisers cannot tell the difference.
 */
export async function inviteToEvent(house: House, by: Viewer, { eventId, personIds, addresses, note }: Invited): Promise<InviteToEventOutcome> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const event = await eventForUpdate.maybe(tx, eventId);
    if (!event?.publishedAt || !mayOrganise(by, event.hostPath)) return { kind: "not-found" };
    if (event.cancelledAt || Temporal.Instant.compare(event.endsAt, at) <= 0) return { kind: "over" };
    let count = 0;
    for (const personId of personIds) {
      const made = (await mayBeInvited.maybe(tx, event.id, personId)) && (await invitePerson.maybe(tx, event.id, personId, by.personId, at));
      if (!made) continue;
      count++;
      await write(tx, house, by, event, { personId, address: null, note });
    }
    for (const address of addresses) {
      const made = await inviteAddress.maybe(tx, event.id, address, by.personId, at);
      if (!made) continue;
      count++;
      await write(tx, house, by, event, { personId: null, address, note });
    }
    if (count > 0) await record(tx, { kind: "event.invited", at, by: by.personId, unitId: event.unitId, eventId: event.id, about: { count } });
    return { kind: "invited", count, already: personIds.length + addresses.length - count };
  });
}

export async function withdrawFromEvent(house: House, by: Viewer, { eventId, invitationId }: { eventId: string; invitationId: string }): Promise<{ kind: "withdrawn" | "answered" | "not-found" }> {
  return house.db.transaction(async (tx) => {
    const at = house.clock.now();
    const event = await eventForUpdate.maybe(tx, eventId);
    if (!event || !mayOrganise(by, event.hostPath)) return { kind: "not-found" };
    if ((await withdrawEventInvitation.run(tx, invitationId, event.id, at)) === 0) return { kind: "answered" };
    await record(tx, { kind: "event.invitation-withdrawn", at, by: by.personId, unitId: event.unitId, eventId: event.id, about: { invitationId } });
    return { kind: "withdrawn" };
  });
}

type Letter = { personId: string | null; address: string | null; note: string };

/** With an account it leads to the event's page; without one to an answer from the letter, whose first opening sends a fresh link (`answer-link.ts`). */
async function write(tx: Tx, house: House, by: Viewer, event: Event, { personId, address, note }: Letter): Promise<void> {
  const { config, clock } = house;
  const now = clock.now();
  const to = await letterTo.maybe(tx, event.id, personId, address);
  if (to && !to.wants) return;
  const recipient = to?.address ?? address!;
  const token = to?.hasAccount ? null : newToken();
  if (token) await insertAnswerLink.run(tx, hashToken(token), { eventId: event.id, address: recipient, name: null, browserHash: null }, now, event.endsAt);
  const locale = config.language ?? (to?.locale as Locale | undefined) ?? defaultLocale;
  const setting = { locale, zone: to?.zone ?? event.zone, now, t: translator(locale) };
  const url = `${config.baseUrl}${token ? `/answers/${token}` : eventUrl(event.id)}`;
  const { subject, parts } = eventInvitationLetter(setting, event, { from: by.name, note, url, isGuest: token !== null, site: config.siteName, baseUrl: config.baseUrl });
  // By person or address, not by invitation: asked, taken back and asked again is still one letter.
  const id = idFrom(`event-invitation ${event.id} ${to?.personId ?? recipient.toLowerCase()}`);
  const letter = { kind: "event-invitation", to: recipient, personId: to?.personId ?? null, eventId: event.id, subject, ...compose(parts), isSecret: token !== null };
  await writeLetter(tx, id, letter, { now, host: new URL(config.baseUrl).hostname });
}
