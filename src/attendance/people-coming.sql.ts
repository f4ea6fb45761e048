import { knownTo } from "../organisations/knowing.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { photoFor, photoWhere } from "../people/photo.sql.ts";
import type { PhotoConsent, Welcome } from "../people/wishes.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

const sticker = {
  personId: col.uuid,
  name: col.text,
  lang: col.text.orNull,
  /** Without an account, and so without a page */
  isGuest: col.bool,
  handle: col.text.orNull,
  line: { ...col.int, type: undefined as unknown as Line },
  photo: col.text.orNull,
};

const whoOf = sql`
           p.id as "personId",
           p.name,
           p.name_lang as "lang",
           p.claimed_at is null as "isGuest",
           p.known_by as "handle",
           p.line`;

const stickerOf = (viewerId: string | null) => sql`${whoOf},
${photoFor(viewerId)} as "photo"`;

/** Their page is open to those who share a unit with them; who else may see it is for the page itself to say. */
const sharesUnit = (memberOf: string[]) => sql`
           exists (select from membership m where m.person_id = p.id and m.ends_on is null and m.unit_id = any(${memberOf}::uuid[]))`;

/**
 * For the event page, in one statement: whom this person knows among those coming, and the first of the others, in the order in which they got
 * their places. Whoever asked not to be listed is in neither, nor whoever is hidden from this person.
 */
export const peopleComingFor = query(
  { ...sticker, isKnown: col.bool, isConnected: col.bool.orNull, committees: col.texts.orNull, isAmongFirst: col.bool, sharesUnit: col.bool },
  (eventId: string, personId: string | null, memberOf: string[], first: number) => sql`
    with known as materialized (${knownTo(personId)}),
    first as materialized (
      select person_id
        from rsvp
       where event_id = ${eventId}
         and answer = 'going'
         and not is_unlisted
         and ${notHiddenFrom(personId, sql`person_id`)}
       order by place_no
       limit ${first}
    )
    select ${whoOf},
${photoWhere({ signedIn: sql`${personId}::uuid is not null`, connected: sql`known.is_connected`, sharingUnit: sharesUnit(memberOf) })} as "photo",
           known.person_id is not null as "isKnown",
           known.is_connected as "isConnected",
           known.committees,
           one.is_among_first as "isAmongFirst",
           ${sharesUnit(memberOf)} as "sharesUnit"
      from (select person_id, bool_or(is_among_first) as is_among_first
              from (select person_id, true as is_among_first from first union all select person_id, false from known) named
             group by person_id) one
      join rsvp r on r.event_id = ${eventId} and r.person_id = one.person_id and r.answer = 'going' and not r.is_unlisted
      join person p on p.id = one.person_id
      left join known on known.person_id = one.person_id
     where p.hidden_at is null
     order by r.place_no`,
);

/** Everyone who may be named to this person, after a place in the order, with what they agreed to do for others where they let it be shown. */
export const peopleComing = query(
  { ...sticker, placeNo: col.big, sharesUnit: col.bool, welcomes: { ...col.texts, type: undefined as unknown as Welcome[] } },
  (eventId: string, viewerId: string, memberOf: string[], after: number, limit: number) => sql`
    select ${stickerOf(viewerId)},
           r.place_no as "placeNo",
           ${sharesUnit(memberOf)} as "sharesUnit",
           array(select w.kind from welcoming w where w.event_id = r.event_id and w.person_id = p.id and w.agreed_at is not null and w.is_shown order by w.kind) as "welcomes"
      from rsvp r
      join person p on p.id = r.person_id
     where r.event_id = ${eventId}
       and r.answer = 'going'
       and not r.is_unlisted
       and p.hidden_at is null
       and ${notHiddenFrom(viewerId, sql`r.person_id`)}
       and r.place_no > ${after}
     order by r.place_no
     limit ${limit}`,
);

/**
 * For organisers: everyone who comes, waits or may come, with their times. Who said no is counted, never named. `before` is how many of the list
 * stand ahead of this part of it; `isOpen`: their page is open to a member (or organiser) of these units. `halls`: the room, online, or both.
 */
export const answersOf = query(
  {
    ...sticker,
    from: col.instant.orNull,
    until: col.instant.orNull,
    isOnline: col.bool,
    guests: col.int,
    isUnlisted: col.bool,
    promotedAt: col.instant.orNull,
    answeredAt: col.instant,
    placeNo: col.big,
    before: col.big,
    isOpen: col.bool,
    photoConsent: col.word<PhotoConsent>().orNull,
  },
  (eventId: string, viewerId: string, answer: string, halls: string[], units: string[], after: number, limit: number) => sql`
    select ${stickerOf(viewerId)},
           r.from_at as "from",
           r.until_at as "until",
           r.is_online as "isOnline",
           r.guests,
           r.is_unlisted as "isUnlisted",
           r.promoted_at as "promotedAt",
           r.answered_at as "answeredAt",
           r.place_no as "placeNo",
           (select count(*) from rsvp ahead where ahead.event_id = ${eventId} and ahead.answer = ${answer} and ahead.place_no <= ${after} and case when ahead.is_online then 'online' else 'room' end = any(${halls}::text[])) as "before",
           exists (select from membership m where m.person_id = p.id and m.ends_on is null and m.unit_id = any(${units}::uuid[])) as "isOpen",
           p.photo_consent as "photoConsent"
      from rsvp r
      join person p on p.id = r.person_id
     where r.event_id = ${eventId}
       and r.answer = ${answer}
       and r.answer <> 'not_going'
       and case when r.is_online then 'online' else 'room' end = any(${halls}::text[])
       and r.place_no > ${after}
     order by r.place_no
     limit ${limit}`,
);

export const countOfNoes = query({ count: col.big }, (eventId: string) => sql`select count(*) from rsvp where event_id = ${eventId} and answer = 'not_going' and declined_at is null`);

export type PersonComing = Row<(typeof peopleComing)["columns"]>;
export type PersonComingFor = Row<(typeof peopleComingFor)["columns"]>;
export type PersonAnswered = Row<(typeof answersOf)["columns"]>;
