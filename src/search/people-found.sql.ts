/**
 * People by a part of their name or handle, nearest first: those whom one knows, those of one's own branches, groups and committees, those of one's
 * organisations, those met at an event or asked to connect, and at the end, for organisers, those on their lists who have no account yet. Whoever is
 * found has a page that this viewer may open (`personSeenBy`), and a test holds the two together.
 */
import { knownTo } from "../organisations/knowing.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { photoFor } from "../people/photo.sql.ts";
import type { Viewer } from "../people/viewer.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Coded } from "../ui/code.ts";
import type { Line } from "../ui/view.ts";
import { beyond, pageOfParts, runsOf } from "./search.ts";
import type { Page, Place, Words } from "./search.ts";

/** More than this many of those one knows, or met, are not looked through. */
const MOST_NEAR = 1000;

const circles = query(
  { known: col.uuids, small: col.uuids, members: col.uuids, organised: col.uuids },
  (viewerId: string, memberOf: string[], organises: string[]) => sql`
    select array(select person_id from (${knownTo(viewerId)}) k limit ${MOST_NEAR}) || ${viewerId}::uuid as "known",
           array(select id from unit where id = any(${memberOf}::uuid[]) and kind <> 'organisation') as "small",
           array(select id from unit where id = any(${memberOf}::uuid[]) or path && ${organises}::uuid[]) as "members",
           array(select id from unit where path && ${organises}::uuid[]) as "organised"`,
);

/** Met at an event, or asked to connect or to join. Far more rows are read for these than for all that is nearer, and most pages are full before. */
const acquaintances = query(
  { ids: col.uuids },
  (viewerId: string, organises: string[]) => sql`
    select array(select other.id
                   from (select case when c.asker_id = ${viewerId} then c.asked_id else c.asker_id end as id
                           from connection c
                          where ${viewerId}::uuid in (c.asker_id, c.asked_id) and c.accepted_at is null and c.ended_at is null
                         union
                         select theirs.person_id
                           from (select m.event_id, m.answer from rsvp m join event e on e.id = m.event_id
                                  where m.person_id = ${viewerId} and m.answer in ('going', 'waitlisted') order by e.starts_at desc limit 50) mine
                           join event e on e.id = mine.event_id and (e.names_for in ('everyone', 'members') or e.names_for = 'coming' and mine.answer = 'going')
                           join rsvp theirs on theirs.event_id = mine.event_id and theirs.answer in ('going', 'waitlisted') and not theirs.is_unlisted
                         union
                         select j.person_id
                           from join_request j
                           join unit u on u.id = j.unit_id and u.path && ${organises}::uuid[]
                          where j.answered_at is null and j.withdrawn_at is null) other
                  limit ${MOST_NEAR}) as "ids"`,
);

type Search = {
  viewerId: string;
  isClaimed: boolean;
  from: string;
  until: string;
  /** Each must begin some turn of the name, too */
  also: string[];
  /** Shown in an earlier part: these people, and members of these units */
  except: string[];
  exceptIn: string[];
  after: { by: string; id: string };
};

/**
 * `offset 0` has each of these asked row by row. Without it PostgreSQL may answer them for everybody at once, and reads a network of a hundred
 * thousand for the sake of twenty.
 */
const fits = (s: Search) => sql`
                  f.is_claimed = ${s.isClaimed}
              -- One lower bound: given two, the walk along the key begins at the looser one
              and (f.words, f.person_id) > (greatest(${s.after.by}::text collate "C", ${s.from}::text collate "C"), ${s.after.id}::uuid)
              and f.words < ${s.until}
              -- Once, by the first of the turns that fit
              and not exists (select from person_found_by other
                               where other.person_id = f.person_id and other.scope_id = f.scope_id and other.words >= ${s.from} and other.words < f.words offset 0)
              and not exists (select from unnest(${s.also}::text[]) word (prefix)
                               where not exists (select from person_found_by other
                                                  where other.person_id = f.person_id and other.scope_id = f.scope_id and starts_with(other.words, word.prefix) offset 0) offset 0)
              and exists (select from person p where p.id = f.person_id and p.hidden_at is null and p.merged_into_id is null offset 0)
              and ${notHiddenFrom(s.viewerId, sql`f.person_id`)}
              and f.person_id <> all(${s.except}::uuid[])
              and not exists (select from person_found_by near where near.person_id = f.person_id and near.scope_id = any(${s.exceptIn}::uuid[]) offset 0)`;

const columns = { by: col.text, id: col.uuid };

/** Walks the key of person_found_by in each unit, so that it reads about as many rows as it returns however many members there are. */
const foundIn = query(
  columns,
  (s: Search, unitIds: string[], limit: number) => sql`
    select distinct f.words as "by", f.person_id as "id"
      from unnest(${unitIds}::uuid[]) scope (id)
     cross join lateral (
           select f.words, f.person_id
             from person_found_by f
            where f.scope_id = scope.id
              and ${fits(s)}
            order by f.words, f.person_id
            limit ${limit}::int) f
     order by 1, 2
     limit ${limit}::int`,
);

/** Of many people, each their own scope: few of them fit, so there is nothing to stop early. To plan it anew for a thousand ids takes longer than to run it. */
const foundAmong = query(
  columns,
  (s: Search, personIds: string[], limit: number) => sql`
    select f.words as "by", f.person_id as "id"
      from person_found_by f
     where f.scope_id = any(${personIds}::uuid[])
       and ${fits(s)}
     order by f.words, f.person_id
     limit ${limit}::int`,
);

/** What does not hang on the words is planned once, on `db`; what does, each time anew. */
type Searched = { readonly db: Db; readonly search: Db };

export type PersonFound = { readonly id: string; readonly by: string };

/** Several words are one beginning ("ada lin"); if nobody's name begins so, each may begin a word of it, in any order. */
export async function findPeople({ db, search }: Searched, viewer: Viewer, words: Words, after: Place | null, size: number): Promise<Page<PersonFound>> {
  const near = await circles.one(db, viewer.personId, [...viewer.memberOf], [...viewer.organises]);
  let acquainted: Promise<{ ids: string[] }> | null = null;
  const others = async () => (await (acquainted ??= acquaintances.one(db, viewer.personId, [...viewer.organises]))).ids;
  const loosely = runsOf(words).toSorted((a, b) => b.length - a.length);
  const strict = { from: words.start, until: beyond(words.start), also: [] };
  const loose = { from: loosely[0]!, until: beyond(loosely[0]!), also: loosely.slice(1) };
  const isLoose = after !== null && after.part >= PARTS;
  const strictly = isLoose ? { rows: [], next: null } : await pageOfParts(parts(strict), after, size);
  if (strictly.rows.length > 0 || loosely.length < 2 || (after && !isLoose)) return strictly;
  const page = await pageOfParts(parts(loose), after && { ...after, part: after.part - PARTS }, size);
  return { ...page, next: page.next && { ...page.next, part: page.next.part + PARTS } };

  function parts(asked: Pick<Search, "from" | "until" | "also">) {
    const part = (find: typeof foundIn, there: string[] | (() => Promise<string[]>), isClaimed: boolean, except: string[], exceptIn: string[]) => async (from: Search["after"], limit: number) => {
      const scopes = typeof there === "function" ? await there() : there;
      return scopes.length > 0 ? find.many(find === foundAmong ? db : search, { viewerId: viewer.personId, isClaimed, except, exceptIn, after: from, ...asked }, scopes, limit) : [];
    };
    return [
      part(foundAmong, near.known, true, [], []),
      part(foundIn, near.small, true, near.known, []),
      part(foundIn, near.members, true, near.known, near.small),
      part(foundAmong, others, true, near.known, near.members),
      part(foundIn, near.organised, false, [], []),
    ];
  }
}

const PARTS = 5;

/** What a row shows; `shared` are the organisations that both belong to. */
export const peopleShown = query(
  {
    id: col.uuid,
    name: col.text,
    nameLang: col.text.orNull,
    latinName: col.text.orNull,
    knownBy: col.text.orNull,
    line: { ...col.int, type: undefined as unknown as Line },
    photo: col.text.orNull,
    isClaimed: col.bool,
    isConnected: col.bool,
    shared: col.json<(Coded & { name: string })[]>(),
  },
  (viewerId: string, ids: string[]) => sql`
    select p.id, p.name, p.name_lang as "nameLang", p.latin_name as "latinName", p.known_by as "knownBy", p.line,
${photoFor(viewerId)} as "photo",
           p.claimed_at is not null as "isClaimed",
           exists (select from connection c
                    where least(c.asker_id, c.asked_id) = least(p.id, ${viewerId}::uuid) and greatest(c.asker_id, c.asked_id) = greatest(p.id, ${viewerId}::uuid)
                      and c.accepted_at is not null and c.ended_at is null) as "isConnected",
           (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'line', o.line, 'name', u.name) order by o.code), '[]')
              from membership mine
              join membership theirs on theirs.unit_id = mine.unit_id and theirs.person_id = p.id and theirs.ends_on is null
              join organisation o on o.id = mine.unit_id
              join unit u on u.id = o.id
             where mine.person_id = ${viewerId} and mine.ends_on is null) as "shared"
      from unnest(${ids}::uuid[]) with ordinality asked (id, position)
      join person p on p.id = asked.id
     order by asked.position`,
);
