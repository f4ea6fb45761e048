/** Links in letters by which somebody without an account answers, and the guests that they make. */
import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const insertAnswerLink = command(
  (tokenHash: Buffer, link: { eventId: string; address: string; name: string | null; browserHash: Buffer | null }, now: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    insert into answer_link (token_hash, event_id, address, name, browser_hash, created_at, expires_at)
    values (${tokenHash}, ${link.eventId}, ${link.address}, ${link.name}, ${link.browserHash}, ${now}, ${expiresAt})`,
);

/** With whoever owns the address, if anybody does. */
export const answerLink = query(
  { eventId: col.uuid, address: col.text, name: col.text.orNull, browserHash: col.bytes.orNull, expiresAt: col.instant, usedAt: col.instant.orNull, personId: col.uuid.orNull },
  (tokenHash: Buffer) => sql`
    select l.event_id as "eventId", l.address, l.name, l.browser_hash as "browserHash", l.expires_at as "expiresAt", l.used_at as "usedAt", owner.person_id as "personId"
      from answer_link l
      left join email_address owner on owner.address = l.address and owner.verified_at is not null
     where l.token_hash = ${tokenHash}`,
);

export const markLinkUsed = command((tokenHash: Buffer, now: Temporal.Instant) => sql`update answer_link set used_at = coalesce(used_at, ${now}) where token_hash = ${tokenHash}`);

export const isInvitedByAddress = query(
  { is: col.bool },
  (eventId: string, address: string) => sql`
    select exists (select from event_invitation where event_id = ${eventId} and address = ${address}::citext and withdrawn_at is null) as "is"`,
);

/** The address to which letters to this person go. */
export const guestAddress = query(
  { address: col.text },
  (personId: string) => sql`select mail.address from ${letterAddress(sql`${personId}`)} mail`,
);

export const insertGuest = command(
  (personId: string, name: string, zone: string, now: Temporal.Instant) => sql`
    insert into person (id, name, zone, guest_since, created_at, updated_at) values (${personId}, ${name}, ${zone}, ${now}, ${now}, ${now})`,
);

/** No row where somebody else proved to own it in the meantime. */
export const insertGuestAddress = command(
  (personId: string, address: string, now: Temporal.Instant) => sql`
    insert into email_address (person_id, address, verified_at, created_at) values (${personId}, ${address}, ${now}, ${now})
        on conflict (address) where verified_at is not null do nothing`,
);

export const deleteGuest = command((personId: string) => sql`delete from person where id = ${personId} and claimed_at is null and guest_since is not null`);

export const addressOwner = query(
  { personId: col.uuid },
  (address: string) => sql`select person_id as "personId" from email_address where address = ${address}::citext and verified_at is not null`,
);

export const noteBrowser = command(
  (browserHash: Buffer, personId: string, expiresAt: Temporal.Instant) => sql`
    insert into guest_browser (token_hash, person_id, expires_at) values (${browserHash}, ${personId}, ${expiresAt})
        on conflict (token_hash, person_id) do update set expires_at = excluded.expires_at`,
);

export const browserKnows = query(
  { is: col.bool },
  (browserHash: Buffer | null, personId: string | null, now: Temporal.Instant) => sql`
    select exists (select from guest_browser where token_hash = ${browserHash} and person_id = ${personId} and expires_at > ${now}) as "is"`,
);

export const stopLetters = command(
  (eventId: string, personId: string, now: Temporal.Instant) => sql`
    insert into letters_stopped (event_id, person_id, stopped_at)
    select event_id, person_id, ${now} from rsvp where event_id = ${eventId} and person_id = ${personId}
        on conflict do nothing`,
);

/** Links that open nothing any more, browsers long not seen, and guests who never answered. */
export const forgetAnswerLinks = command((now: Temporal.Instant) => sql`delete from answer_link where expires_at < ${now}::timestamptz - interval '90 days'`);
export const forgetBrowsers = command((now: Temporal.Instant) => sql`delete from guest_browser where expires_at < ${now}`);
export const forgetGuests = command(
  (now: Temporal.Instant) => sql`
    delete from person p
     where p.guest_since < ${now}::timestamptz - interval '2 days'
       and p.claimed_at is null
       and p.imported_at is null
       and not exists (select from rsvp r where r.person_id = p.id)`,
);
