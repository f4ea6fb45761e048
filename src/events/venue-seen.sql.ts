/**
 * Places as a viewer may see them: those offered to all, those that they look after, and those of events whose place they are told. A room that is
 * told only to those coming to an event there (somebody's kitchen) is for nobody else, in no list and on no page.
 */
import { mayFind, mayOpen, maySeePlace } from "../organisations/event-audience.sql.ts";
import type { Asker } from "../organisations/event-audience.sql.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import type { Line } from "../ui/view.ts";

const isOurs = (who: Asker) => sql`exists (select from unit part where part.organisation_id = v.organisation_id and part.id = any(${who.organises}::uuid[]))`;

const isToldTo = (who: Asker, through: Sql) => sql`
    (v.offered_at is not null
     or ${isOurs(who)}
     or exists (select from event e join unit u on u.id = e.unit_id where e.venue_id = v.id and ${through} and ${maySeePlace(who)}))`;

/** All words somewhere in its name or town. */
const hasWords = (words: string) => sql`
    folded(v.name || ' ' || v.area) like all (select '%' || word || '%' from unnest(string_to_array(folded(${words}), ' ')) word)`;

const owner = {
  organisationName: col.text,
  organisationSlug: col.text,
  code: col.text,
  line: { ...col.int, type: undefined as unknown as Line },
  isOurs: col.bool,
  isOffered: col.bool,
};

const ownerFields = (who: Asker) => sql`
           ou.name as "organisationName", ou.slug as "organisationSlug", o.code, o.line, ${isOurs(who)} as "isOurs", v.offered_at is not null as "isOffered"`;

const from = sql`
      from venue v
      join organisation o on o.id = v.organisation_id
      join unit ou on ou.id = o.id`;

/** By name, from after the place with which the last page ended. */
export const venuesSeen = query(
  { id: col.uuid, name: col.text, address: col.text, area: col.text, stepFree: col.text, liftCm: col.int.orNull, hearing: col.text, quietRoom: col.text, ...owner },
  (who: Asker, words: string, afterId: string | null, limit: number) => sql`
    select v.id, v.name, v.address, v.area, v.step_free as "stepFree", v.lift_cm as "liftCm", v.hearing, v.quiet_room as "quietRoom",${ownerFields(who)}${from}
     where ${hasWords(words)}
       and (${afterId}::uuid is null or (v.name collate "unicode", v.id) > (select last.name collate "unicode", last.id from venue last where last.id = ${afterId}::uuid))
       and ${isToldTo(who, mayFind(who))}
     order by v.name collate "unicode", v.id
     limit ${limit}::int`,
);

export type VenueRow = Row<(typeof venuesSeen)["columns"]>;

/** Whoever has the address of an event may open the place that stands on it. Who confirmed it is for people with an account. */
export const venueSeen = query(
  {
    id: col.uuid, name: col.text, address: col.text, area: col.text, directions: col.text, stepFree: col.text, liftCm: col.int.orNull, hearing: col.text,
    quietRoom: col.text, toilets: col.text, transport: col.text, confirmedOn: col.date.orNull, confirmedBy: col.text.orNull, ...owner,
  },
  (who: Asker, id: string) => sql`
    select v.id, v.name, v.address, v.area, v.directions, v.step_free as "stepFree", v.lift_cm as "liftCm", v.hearing, v.quiet_room as "quietRoom", v.toilets,
           v.transport, v.confirmed_on as "confirmedOn", p.name as "confirmedBy",${ownerFields(who)}${from}
      left join person p on p.id = v.confirmed_by and ${who.personId}::uuid is not null and ${notHiddenFrom(who.personId, sql`p.id`)}
     where v.id = ${id}
       and ${isToldTo(who, mayOpen(who))}`,
);

export type SeenVenue = Row<(typeof venueSeen)["columns"]>;

/** What was done to it, the latest first; for its organisers. */
export const venueChanges = query(
  { id: col.uuid, kind: col.word<"venue.added" | "venue.changed" | "venue.confirmed" | "venue.offered" | "venue.kept">(), at: col.instant, fields: col.texts, by: col.text.orNull },
  (who: Asker, venueId: string, limit: number) => sql`
    select c.id, c.kind, c.at, c.fields, p.name as "by"
      from change c
      left join person p on p.id = c.by_person_id and ${notHiddenFrom(who.personId, sql`p.id`)}
     where c.about ->> 'venueId' = ${venueId}::uuid::text
       and c.kind like 'venue.%'
     order by c.id desc
     limit ${limit}::int`,
);

/**
 * For an event of this organisation: its own places, and those that others offer. The stored one stays to be chosen, also when its owner has taken
 * the offer back; one that is only typed does not, for then anybody could ask for names by ids.
 */
export const venuesToChoose = query(
  { id: col.uuid, name: col.text, area: col.text, organisationName: col.text, isOwn: col.bool, fits: col.bool },
  (organisationId: string, storedId: string | null, typedId: string | null, words: string, limit: number) => sql`
    select v.id, v.name, v.area, ou.name as "organisationName", v.organisation_id = ${organisationId} as "isOwn", ${hasWords(words)} as "fits"
      from venue v
      join unit ou on ou.id = v.organisation_id
     where (v.organisation_id = ${organisationId} or v.offered_at is not null or v.id = ${storedId}::uuid)
       and (${hasWords(words)} or v.id in (${storedId}::uuid, ${typedId}::uuid))
     order by (v.id in (${storedId}::uuid, ${typedId}::uuid)) is true desc, v.organisation_id = ${organisationId} desc, v.name collate "unicode", v.id
     limit ${limit}::int`,
);

export type VenueChoice = Row<(typeof venuesToChoose)["columns"]>;
