import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { ringOf, shows } from "./audience.sql.ts";
import { isBlockBetween } from "./hiding.sql.ts";
import type { Photo } from "./photo.ts";
import { isSuspended } from "./sanction.sql.ts";

const columns = {
  id: col.uuid,
  name: col.text,
  nameLang: col.text.orNull,
  latinName: col.text.orNull,
  pronouns: col.text.orNull,
  talkAbout: col.texts,
  languages: col.texts,
  homeArea: col.text.orNull,
  employer: col.text.orNull,
  about: col.text.orNull,
  knownBy: col.text.orNull,
  line: col.int,
  isClaimed: col.bool,
  photo: col.json<Photo>().orNull,
  /** How close the viewer is (`ringOf`), for what is asked for beside the page. */
  ring: col.int,
};

/** What `p` shows to whoever stands in `seen.ring`. */
const asSeen = sql`
           p.id,
           p.name,
           p.name_lang as "nameLang",
           p.latin_name as "latinName",
           case when ${shows("pronouns")} then p.pronouns end as "pronouns",
           case when ${shows("talkAbout")} then p.talk_about else '{}' end as "talkAbout",
           case when ${shows("languages")} then p.languages else '{}' end as "languages",
           case when ${shows("homeArea")} then p.home_area end as "homeArea",
           case when ${shows("employer")} then p.employer end as "employer",
           case when ${shows("about")} then p.about end as "about",
           p.known_by as "knownBy",
           p.line,
           p.claimed_at is not null as "isClaimed",
           case when ${shows("photo")} then (select jsonb_build_object('key', photo.key, 'words', photo.words) from photo where photo.person_id = p.id) end as "photo",
           seen.ring`;

/** Somebody's own page, as it looks to those in a ring. */
export const personInRing = query(
  columns,
  (personId: string, ring: number) => sql`select ${asSeen} from person p cross join (select ${ring}::int as ring) seen where p.id = ${personId}`,
);

/**
 * Who is written to about an event that they answered: those with an account that is not suspended, and guests, who may have stopped it. For queries
 * that call the person `p` and their answer `r`.
 */
export const wantsLetters = sql`(p.claimed_at is not null or p.guest_since is not null)
       and not exists (select from letters_stopped s where s.event_id = r.event_id and s.person_id = p.id)
       and not ${isSuspended(sql`p.id`)}`;

/**
 * A person's page as this viewer may see it, or nothing. It is for themselves, for those who share an organisation, are connected (or asked to
 * be), come to the same meet-up (and may see there that they do), or organise a unit of theirs. Someone on an organisation's list only, without an
 * account, is for its organisers. A block closes it to all but organisers, who need to know whom they organise for.
 */
export const personSeenBy = query(
  columns,
  (personId: string, viewerId: string) => sql`
    select ${asSeen}
      from person p
     cross join lateral (select ${ringOf(viewerId)} as ring) seen
     where p.id = ${personId}
       and p.merged_into_id is null
       and p.hidden_at is null
       and (
         p.id = ${viewerId}
         or exists (
           select
             from organiser o
             join unit u on o.unit_id = any(u.path)
            where o.person_id = ${viewerId}
              and o.ends_at is null
              and (u.id = p.imported_by_unit and p.claimed_at is null
                   or exists (select from membership m where m.unit_id = u.id and m.person_id = p.id and m.ends_on is null)
                   or exists (select from join_request j where j.unit_id = u.id and j.person_id = p.id and j.answered_at is null and j.withdrawn_at is null))
         )
         or p.claimed_at is not null and not ${isBlockBetween(viewerId, sql`p.id`)} and (
           exists (
             select
               from membership mine
               join membership theirs on theirs.unit_id = mine.unit_id
              where mine.person_id = ${viewerId} and mine.ends_on is null
                and theirs.person_id = p.id and theirs.ends_on is null
           )
           or exists (
             select
               from connection c
              where c.ended_at is null
                and (c.asker_id = ${viewerId} and c.asked_id = p.id or c.asker_id = p.id and c.asked_id = ${viewerId})
           )
           or exists (
             select
               from rsvp mine
               join rsvp theirs on theirs.event_id = mine.event_id
               join event e on e.id = mine.event_id and (e.names_for in ('everyone', 'members') or e.names_for = 'coming' and mine.answer = 'going')
              where mine.person_id = ${viewerId} and mine.answer in ('going', 'waitlisted')
                and theirs.person_id = p.id and theirs.answer in ('going', 'waitlisted') and not theirs.is_unlisted
           )
         )
       )`,
);

/** The units that two people are both members of: the organisations first, then what is in them. */
export const unitsShared = query(
  { unitId: col.uuid, name: col.text, slug: col.text, organisationSlug: col.text, kind: col.text, code: col.text, line: col.int },
  (one: string, other: string) => sql`
    select u.id as "unitId",
           u.name,
           u.slug,
           root.slug as "organisationSlug",
           u.kind,
           o.code,
           o.line
      from membership mine
      join membership theirs on theirs.unit_id = mine.unit_id and theirs.person_id = ${other} and theirs.ends_on is null
      join unit u on u.id = mine.unit_id
      join unit root on root.id = u.organisation_id
      join organisation o on o.id = u.organisation_id
     where mine.person_id = ${one}
       and mine.ends_on is null
       and u.closed_at is null
     order by root.name collate "unicode", root.id, cardinality(u.path), u.position, u.name collate "unicode"`,
);
