/** Who would welcome others at an event, was asked to, and agreed. Only those who come count: whoever says no after all is in none of these. */
import { letterAddress } from "../people/address.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { isSuspended } from "../people/sanction.sql.ts";
import type { Welcome } from "../people/wishes.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

const sticker = { personId: col.uuid, name: col.text, lang: col.text.orNull, handle: col.text.orNull, line: { ...col.int, type: undefined as unknown as Line } };
const stickerOf = sql`p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line`;
const kinds = { ...col.texts, type: undefined as unknown as Welcome[] };

/** They come, have an account, and have not declined this: others do not learn that they did, they are as if they did not come. */
const couldBeAsked = (eventId: string, viewerId: string) => sql`
      from rsvp r
      join person p on p.id = r.person_id and p.claimed_at is not null and p.hidden_at is null
     where r.event_id = ${eventId}
       and r.answer = 'going'
       and ${notHiddenFrom(viewerId, sql`p.id`)}
       and not ${isSuspended(sql`p.id`)}
       and not exists (select from welcoming no where no.event_id = r.event_id and no.person_id = p.id and no.declined_at is not null)`;

/** What they would do and were not asked for: at any event, or offered for this one. */
const wouldDo = sql`
           array(select one.kind from unnest(array['newcomers', 'table']) one (kind)
                   left join welcoming w on w.event_id = r.event_id and w.person_id = p.id and w.kind = one.kind
                  where (one.kind = any(p.welcomes) or w.offered_at is not null) and w.asked_at is null)`;

/** For organisers: those who would, in the order in which they answered. */
export const willingToWelcome = query(
  { ...sticker, kinds },
  (eventId: string, viewerId: string) => sql`
    select one."personId", one.name, one.lang, one.handle, one.line, one.kinds
      from (select ${stickerOf}, ${wouldDo} as kinds, r.place_no ${couldBeAsked(eventId, viewerId)}) one
     where cardinality(one.kinds) > 0
     order by one.place_no
     limit 60`,
);

/** For organisers: others who come, by part of a name. */
export const comingToAsk = query(
  sticker,
  (eventId: string, viewerId: string, patterns: string[]) => sql`
    select ${stickerOf} ${couldBeAsked(eventId, viewerId)}
       and p.id <> ${viewerId}
       and unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[])
     order by p.name collate "unicode", p.id
     limit 21`,
);

export const couldWelcome = query(
  { ...sticker, kinds },
  (eventId: string, viewerId: string, personId: string) => sql`select ${stickerOf}, ${wouldDo} as "kinds" ${couldBeAsked(eventId, viewerId)} and p.id = ${personId}`,
);

/** For organisers: who was asked and what they said. A no is in it for whoever asked, and for nobody else. */
export const askedToWelcome = query(
  { ...sticker, kind: col.word<Welcome>(), note: col.text, askedAt: col.instant.orNull, askedBy: col.text.orNull, agreedAt: col.instant.orNull, declinedAt: col.instant.orNull, isShown: col.bool },
  (eventId: string, viewerId: string) => sql`
    select ${stickerOf}, w.kind, w.note, w.asked_at as "askedAt", asker.name as "askedBy", w.agreed_at as "agreedAt", w.declined_at as "declinedAt", w.is_shown as "isShown"
      from welcoming w
      join rsvp r on r.event_id = w.event_id and r.person_id = w.person_id and r.answer = 'going'
      join person p on p.id = w.person_id
      left join person asker on asker.id = w.asked_by
     where w.event_id = ${eventId}
       and w.asked_at is not null
       and (w.declined_at is null or w.asked_by = ${viewerId})
     order by w.declined_at is not null, w.agreed_at is null, w.kind, w.asked_at, p.id`,
);

/** For the list of what is left to do. */
export const countWelcoming = query(
  { agreed: col.big, asked: col.big, willing: col.big },
  (eventId: string) => sql`
    select count(*) filter (where w.agreed_at is not null) as "agreed",
           count(*) filter (where w.asked_at is not null and w.agreed_at is null and w.declined_at is null) as "asked",
           count(*) filter (where w.asked_at is null and w.declined_at is null and (w.offered_at is not null or 'newcomers' = any(p.welcomes))) as "willing"
      from rsvp r
      join person p on p.id = r.person_id
      left join welcoming w on w.event_id = r.event_id and w.person_id = r.person_id and w.kind = 'newcomers'
     where r.event_id = ${eventId} and r.answer = 'going'`,
);

/** Touches no row where they were asked for it already, or declined. */
export const askToWelcome = command(
  (eventId: string, personId: string, ask: { kind: Welcome; note: string }, by: string, at: Temporal.Instant) => sql`
    insert into welcoming (event_id, person_id, kind, asked_at, asked_by, note)
    values (${eventId}, ${personId}, ${ask.kind}, ${at}, ${by}, ${ask.note})
    on conflict (event_id, person_id, kind) do update
       set asked_at = excluded.asked_at, asked_by = excluded.asked_by, note = excluded.note
     where welcoming.asked_at is null and welcoming.declined_at is null`,
);

/** As if never asked; what they offered stands. Gives back whether they had agreed, so that they can be told. */
export const endWelcoming = query(
  { hadAgreed: col.bool },
  (eventId: string, personId: string, kind: Welcome) => sql`
    update welcoming w
       set asked_at = null, asked_by = null, note = '', agreed_at = null, is_shown = false
      from welcoming before
     where w.event_id = ${eventId} and w.person_id = ${personId} and w.kind = ${kind} and w.asked_at is not null and w.declined_at is null
       and before.event_id = w.event_id and before.person_id = w.person_id and before.kind = w.kind
    returning before.agreed_at is not null as "hadAgreed"`,
);

export const isComing = query({ is: col.bool }, (eventId: string, personId: string) => sql`select exists (select from rsvp where event_id = ${eventId} and person_id = ${personId} and answer = 'going') as "is"`);

/** For whoever comes: all that concerns them at this event. */
export const welcomingOf = query(
  { kind: col.word<Welcome>(), isStanding: col.bool, offeredAt: col.instant.orNull, askedAt: col.instant.orNull, askedBy: col.text.orNull, note: col.text, agreedAt: col.instant.orNull, declinedAt: col.instant.orNull, isShown: col.bool },
  (eventId: string, personId: string) => sql`
    select one.kind, one.kind = any(p.welcomes) as "isStanding", w.offered_at as "offeredAt", w.asked_at as "askedAt", case when ${notHiddenFrom(personId, sql`asker.id`)} then asker.name end as "askedBy", coalesce(w.note, '') as "note",
           w.agreed_at as "agreedAt", w.declined_at as "declinedAt", coalesce(w.is_shown, false) as "isShown"
      from person p
     cross join unnest(array['newcomers', 'table']) one (kind)
      left join welcoming w on w.event_id = ${eventId} and w.person_id = p.id and w.kind = one.kind
      left join person asker on asker.id = w.asked_by
     where p.id = ${personId}
     order by one.kind`,
);

/** Offered for this event: these kinds, and no other. A new offer undoes an earlier no. */
export const offerToWelcome = command(
  (eventId: string, personId: string, offered: Welcome[], at: Temporal.Instant) => sql`
    insert into welcoming (event_id, person_id, kind, offered_at)
    select ${eventId}, ${personId}, one.kind, ${at}::timestamptz from unnest(${offered}::text[]) one (kind)
    on conflict (event_id, person_id, kind) do update
       set offered_at = excluded.offered_at, declined_at = null,
           asked_at = case when welcoming.declined_at is null then welcoming.asked_at end,
           asked_by = case when welcoming.declined_at is null then welcoming.asked_by end,
           note = case when welcoming.declined_at is null then welcoming.note else '' end
     where welcoming.offered_at is null`,
);

export const takeBackOffers = command(
  (eventId: string, personId: string, offered: Welcome[]) => sql`
    update welcoming set offered_at = null where event_id = ${eventId} and person_id = ${personId} and kind <> all(${offered}::text[]) and offered_at is not null`,
);

export const agreeToWelcome = command(
  (eventId: string, personId: string, kind: Welcome, isShown: boolean, at: Temporal.Instant) => sql`
    update welcoming
       set agreed_at = coalesce(agreed_at, ${at}), is_shown = ${isShown}
     where event_id = ${eventId} and person_id = ${personId} and kind = ${kind} and asked_at is not null and declined_at is null
       and (agreed_at is null or is_shown <> ${isShown})`,
);

export const declineToWelcome = command(
  (eventId: string, personId: string, kind: Welcome, at: Temporal.Instant) => sql`
    update welcoming
       set declined_at = ${at}, agreed_at = null, is_shown = false, offered_at = null
     where event_id = ${eventId} and person_id = ${personId} and kind = ${kind} and asked_at is not null and declined_at is null`,
);

/** For the letters: how it stands now, who asked, and where both get their letters. */
export const welcomingToTell = query(
  { note: col.text, isAsked: col.bool, hasAgreed: col.bool, hasDeclined: col.bool, name: col.text, address: col.text, zone: col.text, locale: col.text, askerId: col.uuid.orNull, askedBy: col.text.orNull, askerAddress: col.text.orNull, askerZone: col.text.orNull, askerLocale: col.text.orNull },
  (eventId: string, personId: string, kind: string) => sql`
    select w.note, w.asked_at is not null and w.declined_at is null as "isAsked", w.agreed_at is not null as "hasAgreed", w.declined_at is not null as "hasDeclined", p.name, mail.address, p.zone, p.locale,
           asker.id as "askerId", case when ${notHiddenFrom(personId, sql`asker.id`)} then asker.name end as "askedBy", back.address as "askerAddress", asker.zone as "askerZone", asker.locale as "askerLocale"
      from welcoming w
      join rsvp r on r.event_id = w.event_id and r.person_id = w.person_id and r.answer = 'going'
      join person p on p.id = w.person_id and p.claimed_at is not null
      join lateral ${letterAddress(sql`p.id`)} mail on true
      left join person asker on asker.id = w.asked_by
      left join lateral ${letterAddress(sql`asker.id`)} back on true
     where w.event_id = ${eventId} and w.person_id = ${personId} and w.kind = ${kind} and not ${isSuspended(sql`p.id`)}`,
);

/** Whether a letter was written, by its id. */
export const isWritten = query({ is: col.bool }, (letterId: string) => sql`select exists (select from letter where id = ${letterId}) as "is"`);

export type Willing = Row<(typeof willingToWelcome)["columns"]>;
export type ComingToAsk = Row<(typeof comingToAsk)["columns"]>;
export type AskedToWelcome = Row<(typeof askedToWelcome)["columns"]>;
export type OwnWelcoming = Row<(typeof welcomingOf)["columns"]>;
