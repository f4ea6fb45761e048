import { notHiddenFrom } from "../people/hiding.sql.ts";
import { isSuspended } from "../people/sanction.sql.ts";
import { col } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { shared } from "./hosting.sql.ts";

/** Whoever has left or is suspended is no longer somebody to turn to; `c` is the row of conduct, `contact` the person. */
const contactJoined = sql`
      left join person contact on contact.id = c.contact_id
       and not ${isSuspended(sql`contact.id`)}
       and exists (select from membership m where m.person_id = contact.id and m.unit_id = c.organisation_id and m.ends_on is null)`;

/** For statements about one event that join `shared`: a `HostConduct` for each of its hosts' organisations that has said something. */
export const conductOfHosts = sql`(select coalesce(jsonb_agg(jsonb_build_object(
                    'organisation', top.name, 'slug', top.slug, 'hasCode', c.words <> '' or c.link is not null, 'contact', contact.name,
                    'address', c.contact_address) order by array_position(${shared.organisations}, c.organisation_id)), '[]')
             from conduct c
             join unit top on top.id = c.organisation_id${contactJoined}
            where c.organisation_id = any(${shared.organisations}))`;

/** Whoever is hidden from the viewer is named, for an office is no secret, without a way to their page. */
export const conductOf = query(
  { words: col.text, link: col.text.orNull, contactId: col.uuid.orNull, contactAddress: col.text.orNull, contactName: col.text.orNull, isHidden: col.bool },
  (organisationId: string, viewerId: string | null) => sql`
    select c.words, c.link, contact.id as "contactId", c.contact_address as "contactAddress", contact.name as "contactName",
           contact.id is not null and not (${notHiddenFrom(viewerId, sql`contact.id`)}) as "isHidden"
      from conduct c${contactJoined}
     where c.organisation_id = ${organisationId}`,
);

/** Whom an organisation may name: members who organise it or one of its units. */
export const contactsPossible = query(
  { personId: col.uuid, name: col.text },
  (organisationId: string) => sql`
    select p.id as "personId", p.name
      from person p
     where exists (select from organiser r join unit u on u.id = r.unit_id where r.person_id = p.id and r.ends_at is null and u.organisation_id = ${organisationId})
       and exists (select from membership m where m.person_id = p.id and m.unit_id = ${organisationId} and m.ends_on is null)
     order by p.name collate "unicode", p.id
     limit 500`,
);

export const saveConduct = command(
  (organisationId: string, words: string, link: string | null, contactId: string | null, address: string | null, at: Temporal.Instant) => sql`
    insert into conduct (organisation_id, words, link, contact_id, contact_address, updated_at)
    values (${organisationId}, ${words}, ${link}, ${contactId}, ${address}, ${at})
    on conflict (organisation_id) do update
       set words = excluded.words, link = excluded.link, contact_id = excluded.contact_id, contact_address = excluded.contact_address, updated_at = excluded.updated_at`,
);
