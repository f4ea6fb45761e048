import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

export const insertChallenge = command(
  (challenge: string, personId: string | null, expiresAt: Temporal.Instant) => sql`
    insert into passkey_challenge (challenge, person_id, expires_at)
    values (${challenge}, ${personId}, ${expiresAt})`,
);

/** Once, and only for what it was given out for: adding a passkey to that person, or (null) signing in. */
export const takeChallenge = query(
  { challenge: col.text, expiresAt: col.instant },
  (challenge: string, personId: string | null) => sql`
    delete from passkey_challenge
     where challenge = ${challenge}
       and person_id is not distinct from ${personId}::uuid
    returning challenge, expires_at as "expiresAt"`,
);

export const passkeysOf = query(
  { id: col.uuid, credentialId: col.bytes, transports: col.texts, name: col.text, createdAt: col.instant, lastUsedAt: col.instant.orNull },
  (personId: string) => sql`
    select id, credential_id as "credentialId", transports, name, created_at as "createdAt", last_used_at as "lastUsedAt"
      from passkey
     where person_id = ${personId}
     order by created_at, id`,
);

export const passkeyByCredential = query(
  { id: col.uuid, personId: col.uuid, credentialId: col.bytes, publicKey: col.bytes, counter: col.big, transports: col.texts, isSuspended: col.bool },
  (credentialId: Buffer) => sql`
    select p.id, p.person_id as "personId", p.credential_id as "credentialId", p.public_key as "publicKey", p.counter, p.transports, a.suspended_at is not null as "isSuspended"
      from passkey p
      join account a on a.person_id = p.person_id
     where p.credential_id = ${credentialId}`,
);

export const insertPasskey = command(
  (id: string, personId: string, credentialId: Buffer, publicKey: Buffer, counter: number, transports: string[], name: string, now: Temporal.Instant) => sql`
    insert into passkey (id, person_id, credential_id, public_key, counter, transports, name, created_at)
    values (${id}, ${personId}, ${credentialId}, ${publicKey}, ${counter}, ${transports}, ${name}, ${now})
    on conflict (credential_id) do nothing`,
);

/** A counter that does not rise is a copied key; most passkeys do not count and stay at 0. */
export const passkeyUsed = command(
  (id: string, counter: number, now: Temporal.Instant) => sql`
    update passkey
       set counter = ${counter}, last_used_at = ${now}
     where id = ${id}
       and (counter < ${counter} or ${counter}::bigint = 0)`,
);

export const renamePasskey = command(
  (personId: string, id: string, name: string) => sql`update passkey set name = ${name} where person_id = ${personId} and id = ${id}`,
);

export const deletePasskey = command((personId: string, id: string) => sql`delete from passkey where person_id = ${personId} and id = ${id}`);
