/** What each chose to be told. */
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { newToken } from "../platform/ids.ts";
import type { Line } from "../ui/view.ts";
import type { AnnouncementChoice } from "./choice.ts";

/** The choice for everywhere else, if there is one. */
export const generalChoice = query(
  { choice: col.word<AnnouncementChoice>() },
  (personId: string) => sql`select choice from announcement_choice where person_id = ${personId} and unit_id is null`,
);

/** Networks of this person, each with its own choice if there is one. */
export const networkChoices = query(
  { organisationId: col.uuid, name: col.text, code: col.text, line: { ...col.int, type: undefined as unknown as Line }, choice: col.word<AnnouncementChoice>().orNull },
  (personId: string) => sql`
    select o.id as "organisationId", u.name, o.code, o.line, c.choice
      from membership m
      join organisation o on o.id = m.unit_id
      join unit u on u.id = o.id
      left join announcement_choice c on c.person_id = m.person_id and c.unit_id = o.id
     where m.person_id = ${personId}
       and m.ends_on is null
     order by u.name collate "unicode"`,
);

/** `unitId` null is everywhere else. */
export const setChoice = command(
  (personId: string, unitId: string | null, choice: AnnouncementChoice, at: Temporal.Instant) => sql`
    insert into announcement_choice (person_id, unit_id, choice, chosen_at)
    values (${personId}, ${unitId}, ${choice}, ${at})
    on conflict (person_id, unit_id) do update set choice = excluded.choice, chosen_at = excluded.chosen_at`,
);

/** A choice for the whole network covers its branches and groups too. */
export const forgetChoicesWithin = command(
  (personId: string, organisationId: string) => sql`
    delete from announcement_choice c
     using unit u
     where u.id = c.unit_id
       and u.organisation_id = ${organisationId}
       and c.person_id = ${personId}`,
);

/** Whatever came by weekly letter comes no more. */
export const stopWeekly = command(
  (personId: string, at: Temporal.Instant) => sql`
    update announcement_choice set choice = 'none', chosen_at = ${at} where person_id = ${personId} and choice = 'weekly'`,
);

/** For the page behind a link in a letter: a name only. */
export const networkName = query({ name: col.text }, (organisationId: string) => sql`select name from unit where id = ${organisationId} and kind = 'organisation'`);

/** The key of the links in letters: made at first need, the same for all processes. */
export async function secretForLinks(db: Db): Promise<string> {
  const known = await linkSecret.maybe(db);
  if (known) return known.secret;
  await makeLinkSecret.run(db, newToken());
  return (await linkSecret.one(db)).secret;
}

const linkSecret = query({ secret: col.json<string>() }, () => sql`select value as secret from setting where name = 'link-secret'`);

const makeLinkSecret = command(
  (secret: string) => sql`
    insert into setting (name, value) values ('link-secret', to_jsonb(${secret}::text)) on conflict (name) do nothing`,
);
