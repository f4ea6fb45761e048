import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Profile } from "./profile.ts";

export const personForUpdate = query({ id: col.uuid }, (personId: string) => sql`select id from person where id = ${personId} for update`);

/** What someone said of themselves, for their own form. */
export const profileOf = query(
  {
    name: col.text,
    nameLang: col.text.orNull,
    latinName: col.text.orNull,
    pronouns: col.text.orNull,
    talkAbout: col.texts,
    languages: col.texts,
    homeArea: col.text.orNull,
    employer: col.text.orNull,
    about: col.text.orNull,
    zone: col.text,
    knownBy: col.text.orNull,
  },
  (personId: string) => sql`
    select name,
           name_lang as "nameLang",
           latin_name as "latinName",
           pronouns,
           talk_about as "talkAbout",
           languages,
           home_area as "homeArea",
           employer,
           about,
           zone,
           known_by as "knownBy"
      from person
     where id = ${personId}`,
);

export const updateProfile = command(
  (personId: string, p: Profile, now: Temporal.Instant) => sql`
    update person
       set name = ${p.name}, name_lang = ${p.nameLang}, latin_name = ${p.latinName}, pronouns = ${p.pronouns}, talk_about = ${p.talkAbout},
           languages = ${p.languages}, home_area = ${p.homeArea}, employer = ${p.employer}, about = ${p.about}, zone = ${p.zone}, updated_at = ${now}
     where id = ${personId}`,
);

export const insertPerson = command(
  (personId: string, p: Profile, now: Temporal.Instant) => sql`
    insert into person (id, name, name_lang, latin_name, pronouns, talk_about, languages, home_area, employer, about, zone, claimed_at, created_at, updated_at)
    values (${personId}, ${p.name}, ${p.nameLang}, ${p.latinName}, ${p.pronouns}, ${p.talkAbout}, ${p.languages}, ${p.homeArea}, ${p.employer},
            ${p.about}, ${p.zone}, ${now}, ${now}, ${now})`,
);

/** Somebody who answered meet-ups from letters, under this address. */
export const guestByAddress = query(
  { personId: col.uuid },
  (address: string) => sql`
    select p.id as "personId"
      from email_address e
      join person p on p.id = e.person_id
     where e.address = ${address}::citext and e.verified_at is not null and p.guest_since is not null and p.claimed_at is null
       for update of p`,
);

/** The row goes on as that of somebody with an account: what they answered stays theirs. */
export const claimGuest = command(
  (personId: string, p: Profile, now: Temporal.Instant) => sql`
    update person
       set name = ${p.name}, name_lang = ${p.nameLang}, latin_name = ${p.latinName}, pronouns = ${p.pronouns}, talk_about = ${p.talkAbout},
           languages = ${p.languages}, home_area = ${p.homeArea}, employer = ${p.employer}, about = ${p.about}, zone = ${p.zone},
           claimed_at = ${now}, updated_at = ${now}
     where id = ${personId}`,
);

export const insertVerifiedAddress = command(
  (personId: string, address: string, now: Temporal.Instant) => sql`
    insert into email_address (person_id, address, verified_at, created_at)
    values (${personId}, ${address}, ${now}, ${now})`,
);

export const insertAccount = command(
  (personId: string, administratorSince: Temporal.Instant | null, now: Temporal.Instant) => sql`
    insert into account (person_id, administrator_since, created_at)
    values (${personId}, ${administratorSince}, ${now})`,
);

/** For themselves alone: what is near is looked for from there. */
export const homeAreaOf = query({ area: col.text.orNull }, (personId: string) => sql`select home_area as "area" from person where id = ${personId}`);
