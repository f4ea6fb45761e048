import { letterAddress } from "../people/address.sql.ts";
import { col } from "../platform/db/columns.ts";
import type { Row } from "../platform/db/columns.ts";
import { command, query } from "../platform/db/query.ts";
import type { Db } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";
import { isId } from "../platform/ids.ts";
import { eventById } from "../events/event.sql.ts";
import type { Event } from "../events/event.ts";
import { isBefore } from "../events/event.ts";
import { notHiddenFrom } from "../people/hiding.sql.ts";
import { mayOrganise } from "../people/viewer.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Line } from "../ui/view.ts";
import { dutyEnds, mayDo } from "./duty.ts";
import type { DeskStanding, DeskTask, Duty } from "./duty.ts";

/** The duty of somebody who is still a member of one of these organisations; whoever has left looks after nothing any more. */
export const dutyHeld = query(
  { duty: col.word<Duty>() },
  (eventId: string, personId: string, organisations: string[]) => sql`
    select d.duty
      from event_duty d
     where d.event_id = ${eventId}
       and d.person_id = ${personId}
       and d.ended_at is null
       and exists (select from membership m where m.person_id = d.person_id and m.unit_id = any(${organisations}::uuid[]) and m.ends_on is null)`,
);

export type OnDesk = { event: Event; standing: DeskStanding };

/** The event, if this viewer may do this for it; null where there is none, or none for them. A draft is its organisers' alone. */
export async function eventOnDesk(db: Db, viewer: Viewer, id: string | undefined, task: DeskTask, now: Temporal.Instant): Promise<OnDesk | null> {
  const event = isId(id) ? await eventById.maybe(db, id) : null;
  if (!event) return null;
  const organises = mayOrganise(viewer, event.hostPath);
  const couldHold = !organises && event.publishedAt !== null && isBefore(now, dutyEnds(event));
  const held = couldHold ? await dutyHeld.maybe(db, event.id, viewer.personId, event.hostOrganisations) : null;
  const standing = { organises, duty: held?.duty ?? null };
  return mayDo(standing, task) ? { event, standing } : null;
}

const sticker = { personId: col.uuid, name: col.text, lang: col.text.orNull, handle: col.text.orNull, line: { ...col.int, type: undefined as unknown as Line } };

/** Who looks after something, in the order in which they were asked. */
export const dutiesOf = query(
  { ...sticker, duty: col.word<Duty>(), givenAt: col.instant, givenBy: col.text.orNull },
  (eventId: string) => sql`
    select p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line, d.duty, d.given_at as "givenAt", giver.name as "givenBy"
      from event_duty d
      join person p on p.id = d.person_id
      left join person giver on giver.id = d.given_by
     where d.event_id = ${eventId}
       and d.ended_at is null
     order by d.given_at, d.id`,
);

/** Members of these organisations with an account, by part of a name, each with the duty that they have. */
export const membersToAsk = query(
  { ...sticker, duty: col.word<Duty>().orNull },
  (eventId: string, viewerId: string, organisations: string[], patterns: string[]) => sql`
    select p.id as "personId", p.name, p.name_lang as "lang", p.known_by as "handle", p.line, d.duty
      from person p
      left join event_duty d on d.event_id = ${eventId} and d.person_id = p.id and d.ended_at is null
     where p.claimed_at is not null
       and p.hidden_at is null
       and exists (select from membership m where m.person_id = p.id and m.unit_id = any(${organisations}::uuid[]) and m.ends_on is null)
       and ${notHiddenFrom(viewerId, sql`p.id`)}
       and unaccent(concat_ws(' ', p.name, p.latin_name, p.known_by)) ilike all(${patterns}::text[])
     order by p.name collate "unicode", p.id
     limit 21`,
);

/** Somebody who may be asked: an account, and a member of one of these organisations. */
export const memberToAsk = query(
  { name: col.text },
  (personId: string, organisations: string[]) => sql`
    select p.name
      from person p
     where p.id = ${personId}
       and p.claimed_at is not null
       and p.hidden_at is null
       and exists (select from membership m where m.person_id = p.id and m.unit_id = any(${organisations}::uuid[]) and m.ends_on is null)`,
);

/** Touches no row where the same duty is held already. */
export const endOtherDuty = command(
  (eventId: string, personId: string, duty: string, by: string, at: Temporal.Instant) => sql`
    update event_duty
       set ended_at = ${at}, ended_by = ${by}
     where event_id = ${eventId} and person_id = ${personId} and duty <> ${duty} and ended_at is null`,
);

export const insertDuty = command(
  (eventId: string, personId: string, duty: Duty, by: string, at: Temporal.Instant) => sql`
    insert into event_duty (event_id, person_id, duty, given_at, given_by)
    values (${eventId}, ${personId}, ${duty}, ${at}, ${by})
    on conflict (event_id, person_id) where ended_at is null do nothing`,
);

/** For the letter: the duty as it is now, and where to write. */
export const dutyToTell = query(
  { duty: col.word<Duty>(), givenBy: col.text.orNull, address: col.text, zone: col.text, locale: col.text },
  (eventId: string, personId: string) => sql`
    select d.duty, giver.name as "givenBy", mail.address, p.zone, p.locale
      from event_duty d
      join person p on p.id = d.person_id and p.claimed_at is not null
      left join person giver on giver.id = d.given_by
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where d.event_id = ${eventId} and d.person_id = ${personId} and d.ended_at is null`,
);

export type DutyHolder = Row<(typeof dutiesOf)["columns"]>;
export type Askable = Row<(typeof membersToAsk)["columns"]>;
