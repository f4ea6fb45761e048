import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import type { Audience, Audiences, ProfileField } from "./audience.ts";
import { isBlockBetween } from "./hiding.sql.ts";

const RINGS = sql`array['everyone', 'networks', 'known', 'me']`;

/** Whether a field of `p` may be shown where `seen.ring` says how close the viewer is. The same rule as `isShown`, and a test holds the two together. */
export const shows = (field: ProfileField): Sql => sql`coalesce(array_position(${RINGS}, p.audiences ->> ${field}::text), 1) <= seen.ring`;

/** For handles, which carry their own. */
export const showsHandle = (ring: number): Sql => sql`array_position(${RINGS}, h.audience) <= ${ring}::int`;

/**
 * How close this viewer is to `p`, as the number of the innermost ring: 4 they themselves; 3 connected (met, when there are encounters: add them
 * here and nowhere else); 2 in an organisation or unit with them, or organising one of theirs; 1 whoever else may open the page.
 */
export const ringOf = (viewerId: string | null): Sql => sql`
  case when p.id = ${viewerId}::uuid then 4
       when ${isBlockBetween(viewerId, sql`p.id`)} then 1
       when exists (
         select
           from connection c
          where c.accepted_at is not null and c.ended_at is null
            and (c.asker_id = ${viewerId} and c.asked_id = p.id or c.asker_id = p.id and c.asked_id = ${viewerId})
       ) then 3
       when exists (
         select
           from membership mine
           join membership theirs on theirs.unit_id = mine.unit_id
          where mine.person_id = ${viewerId} and mine.ends_on is null
            and theirs.person_id = p.id and theirs.ends_on is null
       ) or exists (
         select
           from membership theirs
           join unit u on u.id = theirs.unit_id
           join organiser o on o.unit_id = any(u.path)
          where theirs.person_id = p.id and theirs.ends_on is null
            and o.person_id = ${viewerId} and o.ends_at is null
       ) then 2
       else 1
   end`;

export const audiencesOf = query({ audiences: col.json<Audiences>() }, (personId: string) => sql`select audiences from person where id = ${personId}`);

export const setAudiences = command(
  (personId: string, audiences: string, now: Temporal.Instant) => sql`update person set audiences = ${audiences}::jsonb, updated_at = ${now} where id = ${personId}`,
);

export const setHandleAudience = command(
  (personId: string, handleId: string, audience: Audience) => sql`update handle set audience = ${audience} where person_id = ${personId} and id = ${handleId}`,
);
