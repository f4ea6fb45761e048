import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/** Who holds this cookie, with memberships and organiser's parts: one statement for every signed-in request. */
export const viewerBySession = query(
  {
    personId: col.uuid,
    sessionId: col.uuid,
    name: col.text,
    zone: col.text,
    locale: col.text,
    line: col.int,
    photo: col.text.orNull,
    isAdministrator: col.bool,
    isNew: col.bool,
    memberOf: col.uuids,
    organises: col.uuids,
    lastSeenAt: col.instant,
  },
  (tokenHash: Buffer, now: Temporal.Instant) => sql`
    select p.id as "personId",
           s.id as "sessionId",
           p.name,
           p.zone,
           p.locale,
           p.line,
           p.photo_key as "photo",
           a.administrator_since is not null as "isAdministrator",
           case when a.created_at > ${now}::timestamptz - interval '3 days' and a.administrator_since is null
                then not exists (select from membership m where m.person_id = p.id and m.ends_on is null and m.source in ('accepted', 'invited', 'imported'))
                else false end as "isNew",
           array(select m.unit_id from membership m where m.person_id = p.id and m.ends_on is null) as "memberOf",
           array(select r.unit_id from organiser r where r.person_id = p.id and r.ends_at is null) as "organises",
           s.last_seen_at as "lastSeenAt"
      from session s
      join person p on p.id = s.person_id
      join account a on a.person_id = p.id
     where s.token_hash = ${tokenHash}
       and s.expires_at > ${now}
       and a.suspended_at is null`,
);

/** Noted at most once an hour; a session lives on while it is used. */
export const sessionSeen = command(
  (sessionId: string, now: Temporal.Instant, expiresAt: Temporal.Instant) => sql`
    update session set last_seen_at = ${now}, expires_at = ${expiresAt} where id = ${sessionId}`,
);
