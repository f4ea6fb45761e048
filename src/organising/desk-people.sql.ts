import { positionInLine } from "../events/line.sql.ts";
import { photoFor } from "../people/photo.sql.ts";
import type { PhotoConsent, Welcome } from "../people/wishes.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import { isFirstTime } from "./desk.sql.ts";
import type { DeskState } from "./desk-people.ts";

type Asked = { states: string[]; isFlying: boolean; isFirst: boolean; halls: string[]; patterns: string[] };

/** Turning somebody down is the organisers' own word, and theirs to take back. */
const state = sql`case when r.declined_at is not null then 'declined' else r.answer end`;

/** Who said no is counted, never named. */
const thoseAsked = (eventId: string, a: Asked) => sql`
      from rsvp r
      join event e on e.id = r.event_id
      join unit u on u.id = e.unit_id
      join person p on p.id = r.person_id
     where r.event_id = ${eventId}
       and p.hidden_at is null
       and (r.answer <> 'not_going' or r.declined_at is not null)
       and ${state} = any(${a.states}::text[])
       and (not ${a.isFlying}::boolean or r.from_at is not null or r.until_at is not null)
       and (cardinality(${a.halls}::text[]) = 2 or (r.answer in ('going', 'waitlisted', 'asked') and case when r.is_online then 'online' else 'room' end = any(${a.halls}::text[])))
       and (not ${a.isFirst}::boolean or (r.answer = 'going' and ${isFirstTime}))
       and (cardinality(${a.patterns}::text[]) = 0 or unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${a.patterns}::text[]))`;

/** Those who answered, in the order in which they did, after a place in it. `isOpen`: their page is open to a member or organiser of these units. Without a viewer there are no photos. */
export const peopleOnDesk = query(
  {
    personId: col.uuid,
    name: col.text,
    lang: col.text.orNull,
    latinName: col.text.orNull,
    handle: col.text.orNull,
    line: { ...col.int, type: undefined as unknown as Line },
    photo: col.text.orNull,
    answer: col.word<DeskState>(),
    from: col.instant.orNull,
    until: col.instant.orNull,
    isOnline: col.bool,
    guests: col.int,
    isMoving: col.bool,
    offeredUntil: col.instant.orNull,
    isUnlisted: col.bool,
    isFirst: col.bool,
    promotedAt: col.instant.orNull,
    answeredAt: col.instant,
    placeNo: col.big,
    position: col.big,
    isOpen: col.bool,
    photoConsent: col.word<PhotoConsent>().orNull,
    /** What they have agreed to do for others */
    welcomes: { ...col.texts, type: undefined as unknown as Welcome[] },
  },
  (eventId: string, viewerId: string | null, a: Asked, units: string[], after: number, limit: number) => sql`
    select p.id as "personId",
           p.name,
           p.name_lang as "lang",
           p.latin_name as "latinName",
           p.known_by as "handle",
           p.line,
${photoFor(viewerId)} as "photo",
           ${state} as "answer",
           r.from_at as "from",
           r.until_at as "until",
           r.is_online as "isOnline",
           r.guests,
           r.move_no is not null as "isMoving",
           r.offered_until as "offeredUntil",
           r.is_unlisted as "isUnlisted",
           r.answer = 'going' and ${isFirstTime} as "isFirst",
           r.promoted_at as "promotedAt",
           r.answered_at as "answeredAt",
           r.place_no as "placeNo",
           ${positionInLine} as "position",
           exists (select from membership m where m.person_id = p.id and m.ends_on is null and m.unit_id = any(${units}::uuid[])) as "isOpen",
           p.photo_consent as "photoConsent",
           array(select w.kind from welcoming w where w.event_id = e.id and w.person_id = p.id and w.agreed_at is not null order by w.kind) as "welcomes"
${thoseAsked(eventId, a)}
       and r.place_no > ${after}
     order by r.place_no
     limit ${limit}`,
);

export const countOnDesk = query({ count: col.big }, (eventId: string, a: Asked) => sql`select count(*)${thoseAsked(eventId, a)}`);

export type PersonOnDesk = Row<(typeof peopleOnDesk)["columns"]>;
