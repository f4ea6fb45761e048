import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import { ringOf, shows } from "./audience.sql.ts";
import { isBlockBetween } from "./hiding.sql.ts";
import type { Audience } from "./audience.ts";
import type { Size } from "./photo.ts";

/**
 * The key of `p`'s photo, for a list of people that this viewer may see anyhow. It says nothing to strangers (null), and what it opens is asked
 * again at its own address. Most rows answer by themselves; how close the viewer is costs something and is looked up for narrower audiences only.
 */
export const photoFor = (viewerId: string | null): Sql => sql`
           case when p.photo_key is null or ${viewerId}::uuid is null then null
                when coalesce(p.audiences ->> 'photo', 'everyone') = 'everyone' then p.photo_key
                else (select case when ${shows("photo")} then p.photo_key end from (select ${ringOf(viewerId)} as ring) seen) end`;

/** For statements where the answer must be the same for many viewers: whoever may not see it meets the initials beneath. */
export const photoForMany = sql`case when coalesce(p.audiences ->> 'photo', 'everyone') in ('everyone', 'networks') then p.photo_key end`;

/** For a hot statement that knows anyhow whether the viewer is connected with `p`, and can ask whether they share a unit. */
export const photoWhere = (is: { signedIn: Sql; connected: Sql; sharingUnit: Sql }): Sql => sql`
           case when p.photo_key is null or not ${is.signedIn} then null
                when coalesce(p.audiences ->> 'photo', 'everyone') = 'everyone' then p.photo_key
                when p.audiences ->> 'photo' in ('networks', 'known') and ${is.connected} then p.photo_key
                when p.audiences ->> 'photo' = 'networks' and ${is.sharingUnit} then p.photo_key end`;

export const photoOf = query({ key: col.text, words: col.text }, (personId: string) => sql`select key, words from photo where person_id = ${personId}`);

/** The picture itself, where this viewer may see it. */
export const photoSeenBy = query(
  { bytes: col.bytes },
  (key: string, size: Size, viewerId: string) => sql`
    select case ${size}::text when 'large' then photo.large else photo.small end as "bytes"
      from photo
      join person p on p.id = photo.person_id and p.photo_key = photo.key and p.hidden_at is null
     cross join lateral (select ${ringOf(viewerId)} as ring) seen
     where photo.key = ${key}
       and ${shows("photo")}
       and not ${isBlockBetween(viewerId, sql`p.id`)}`,
);

export const putPhoto = command(
  (personId: string, photo: { key: string; words: string; large: Buffer; small: Buffer }, now: Temporal.Instant) => sql`
    insert into photo (person_id, key, words, large, small, added_at)
    values (${personId}, ${photo.key}, ${photo.words}, ${photo.large}, ${photo.small}, ${now})
    on conflict (person_id) do update
       set key = excluded.key, words = excluded.words, large = excluded.large, small = excluded.small, added_at = excluded.added_at`,
);

export const setPhotoWords = command((personId: string, words: string) => sql`update photo set words = ${words} where person_id = ${personId}`);

export const removePhoto = command((personId: string) => sql`delete from photo where person_id = ${personId}`);

export const setPhotoKey = command((personId: string, key: string | null, now: Temporal.Instant) => sql`update person set photo_key = ${key}, updated_at = ${now} where id = ${personId}`);

export const setPhotoAudience = command(
  (personId: string, audience: Audience) => sql`update person set audiences = audiences || jsonb_build_object('photo', ${audience}::text) where id = ${personId}`,
);
