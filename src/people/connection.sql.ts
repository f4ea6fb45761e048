import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { notHiddenFrom } from "./hiding.sql.ts";

const PAIR = {
  askerId: col.uuid,
  askedId: col.uuid,
  acceptedAt: col.instant.orNull,
  declinedAt: col.instant.orNull,
  endedAt: col.instant.orNull,
};

/** By the index of pairs, whoever asked. */
export const connectionBetween = query(
  PAIR,
  (one: string, other: string) => sql`
    select asker_id as "askerId", asked_id as "askedId", accepted_at as "acceptedAt", declined_at as "declinedAt", ended_at as "endedAt"
      from connection
     where least(asker_id, asked_id) = least(${one}::uuid, ${other}::uuid)
       and greatest(asker_id, asked_id) = greatest(${one}::uuid, ${other}::uuid)`,
);

export const connectionForUpdate = query(
  PAIR,
  (one: string, other: string) => sql`
    select asker_id as "askerId", asked_id as "askedId", accepted_at as "acceptedAt", declined_at as "declinedAt", ended_at as "endedAt"
      from connection
     where least(asker_id, asked_id) = least(${one}::uuid, ${other}::uuid)
       and greatest(asker_id, asked_id) = greatest(${one}::uuid, ${other}::uuid)
       for update`,
);

/** Touches no row when the other asked at the same moment. */
export const insertConnection = command(
  (asker: string, asked: string, note: string | null, now: Temporal.Instant) => sql`
    insert into connection (asker_id, asked_id, asked_at, note)
    values (${asker}, ${asked}, ${now}, ${note})
    on conflict do nothing`,
);

/** The row of an ended connection begins again, asked by whoever asks now. */
export const askAfresh = command(
  (asker: string, asked: string, note: string | null, now: Temporal.Instant) => sql`
    update connection
       set asker_id = ${asker}, asked_id = ${asked}, asked_at = ${now}, note = ${note}, accepted_at = null, declined_at = null, ended_at = null
     where least(asker_id, asked_id) = least(${asker}::uuid, ${asked}::uuid)
       and greatest(asker_id, asked_id) = greatest(${asker}::uuid, ${asked}::uuid)`,
);

/** Without a note: whoever declined is not asked again, so nobody would read it. */
export const reopenDeclined = command(
  (asker: string, asked: string) => sql`update connection set ended_at = null where asker_id = ${asker} and asked_id = ${asked}`,
);

export const acceptConnection = command(
  (asker: string, asked: string, now: Temporal.Instant) => sql`
    update connection set accepted_at = ${now}, declined_at = null, note = null where asker_id = ${asker} and asked_id = ${asked}`,
);

export const declineConnection = command(
  (asker: string, asked: string, now: Temporal.Instant) => sql`update connection set declined_at = ${now}, note = null where asker_id = ${asker} and asked_id = ${asked}`,
);

export const endConnection = command(
  (asker: string, asked: string, now: Temporal.Instant) => sql`update connection set ended_at = ${now}, note = null where asker_id = ${asker} and asked_id = ${asked}`,
);

const STICKER = { id: col.uuid, name: col.text, nameLang: col.text.orNull, knownBy: col.text.orNull, line: col.int };

/** Who waits for this person's answer, the longest waiting first. */
export const connectionRequests = query(
  { ...STICKER, askedAt: col.instant, note: col.text.orNull },
  (personId: string) => sql`
    select p.id, p.name, p.name_lang as "nameLang", p.known_by as "knownBy", p.line, c.asked_at as "askedAt", c.note
      from connection c
      join person p on p.id = c.asker_id
     where c.asked_id = ${personId}
       and c.accepted_at is null and c.declined_at is null and c.ended_at is null
       and p.hidden_at is null
       and ${notHiddenFrom(personId, sql`p.id`)}
     order by c.asked_at, p.id
     limit 100`,
);

/** What came with the question, for whoever is asked. Whoever asked does not read it again: that it was erased would tell them of a refusal. */
export const noteTo = query(
  { note: col.text.orNull },
  (askedId: string, askerId: string) => sql`select note from connection where asker_id = ${askerId} and asked_id = ${askedId}`,
);
