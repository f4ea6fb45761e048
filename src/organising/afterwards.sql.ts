/** Who came to an event, and what it was: for those who organise it. */
import { cameTo, whoSaysSo } from "../attendance/presence.sql.ts";
import type { HowItWas } from "../attendance/presence.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";
import { isFirstTime } from "./desk.sql.ts";

/** Those who said yes, and whoever came without. In the order in which they answered, after a place in it. */
export const peopleAfterwards = query(
  { personId: col.uuid, name: col.text, lang: col.text.orNull, handle: col.text.orNull, line: { ...col.int, type: undefined as unknown as Line }, came: col.bool.orNull, saidBy: col.word<"self" | "door" | "organiser">().orNull, placeNo: col.big },
  (eventId: string, after: number, limit: number) => sql`
    select p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line, ${cameTo(sql`p.id`)} as "came", ${whoSaysSo(sql`p.id`)} as "saidBy", r.place_no as "placeNo"
      from rsvp r
      join event e on e.id = r.event_id
      join person p on p.id = r.person_id
     where r.event_id = ${eventId}
       and (r.answer = 'going' or ${cameTo(sql`p.id`)})
       and r.place_no > ${after}
     order by r.place_no
     limit ${limit}`,
);

/** `acquaintances`: how many of those who came have connected, since it began, with somebody else who came. A yes beforehand does not count as having met. */
export const numbersAfterwards = query(
  { saidYes: col.big, came: col.big, unknown: col.big, flying: col.big, firstTime: col.big, acquaintances: col.big, walkIns: col.int },
  (eventId: string) => sql`
    with answered as materialized (
      select r.person_id, r.answer, r.from_at, r.until_at, ${cameTo(sql`r.person_id`)} as came
        from rsvp r join event e on e.id = r.event_id
       where r.event_id = ${eventId}
    ), there as materialized (select person_id from answered where came),
    met as (
      select c.asker_id as one, c.asked_id as other
        from connection c
        join event e on e.id = ${eventId}
       where c.accepted_at >= e.starts_at and c.ended_at is null
         and c.asker_id in (select person_id from there) and c.asked_id in (select person_id from there)
    )
    select count(*) filter (where r.answer = 'going') as "saidYes",
           count(*) filter (where r.came) as "came",
           count(*) filter (where r.answer = 'going' and r.came is null) as "unknown",
           count(*) filter (where r.came and (r.from_at is not null or r.until_at is not null)) as "flying",
           count(*) filter (where r.came and ${isFirstTime}) as "firstTime",
           (select count(*) from (select one from met union select other from met) each) as "acquaintances",
           coalesce((select w.people from walk_ins w where w.event_id = e.id), 0) as "walkIns"
      from event e
      join unit u on u.id = e.unit_id
      left join answered r on true
     where e.id = ${eventId}
     group by e.id`,
);

/** An organiser's word about these people, of those who answered it. `came` goes with `personIds`, one each. */
export const noteCame = command(
  (eventId: string, personIds: string[], came: string[], by: string, at: Temporal.Instant) => sql`
    insert into attendance (event_id, person_id, said_by, came, noted_at, noted_by)
    select r.event_id, r.person_id, 'organiser', said.came = 'came', ${at}, ${by}
      from unnest(${personIds}::uuid[], ${came}::text[]) as said (person_id, came)
      join rsvp r on r.event_id = ${eventId} and r.person_id = said.person_id
    on conflict (event_id, person_id, said_by) do update set came = excluded.came, noted_at = excluded.noted_at, noted_by = excluded.noted_by where attendance.came <> excluded.came`,
);

/** Everyone who said yes and of whom nobody has said anything was there. */
export const noteRest = command(
  (eventId: string, by: string, at: Temporal.Instant) => sql`
    insert into attendance (event_id, person_id, said_by, came, noted_at, noted_by)
    select r.event_id, r.person_id, 'organiser', true, ${at}, ${by}
      from rsvp r
     where r.event_id = ${eventId} and r.answer = 'going'
       and not exists (select from attendance a where a.event_id = r.event_id and a.person_id = r.person_id)`,
);

export const takeBackCame = command((eventId: string, personIds: string[]) => sql`delete from attendance where event_id = ${eventId} and person_id = any(${personIds}::uuid[]) and said_by = 'organiser'`);

export const setWalkIns = command(
  (eventId: string, people: number) => sql`
    insert into walk_ins (event_id, people) values (${eventId}, ${people}) on conflict (event_id) do update set people = excluded.people where walk_ins.people <> excluded.people`,
);

export const countFeedback = query({ count: col.big }, (eventId: string) => sql`select count(*) from feedback where event_id = ${eventId}`);

/** The first so many, in no order that says anything. */
export const feedbackOf = query(
  { how: col.word<HowItWas>(), keep: col.text, change: col.text },
  (eventId: string, most: number) => sql`select how, keep, change from feedback where event_id = ${eventId} and nth <= ${most}::int order by id`,
);

export type PersonAfterwards = Row<(typeof peopleAfterwards)["columns"]>;
export type NumbersAfterwards = Row<(typeof numbersAfterwards)["columns"]>;
export type SaidAfterwards = Row<(typeof feedbackOf)["columns"]>;
