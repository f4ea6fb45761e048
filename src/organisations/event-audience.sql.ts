/**
 * `event-audience.ts` for queries: fragments that call the event `e` and its first host `u`. A stranger is null, and in no unit. Whatever lists
 * events asks `mayFind`; whatever names people or places asks for that too. The audience comes first, so that a public event costs no look-up.
 */
import type { Viewer } from "../people/viewer.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";
import { hostOrganisations, hostPath } from "./hosting.sql.ts";

/** As far as SQL asks of a viewer. */
export type Asker = { readonly personId: string | null; readonly memberOf: string[]; readonly organises: string[] };

export function askerOf(viewer: Viewer | null): Asker {
  return viewer ? { personId: viewer.personId, memberOf: [...viewer.memberOf], organises: [...viewer.organises] } : { personId: null, memberOf: [], organises: [] };
}

/** Asked by name, or by an address that they have proved to own. */
export const isInvited = (personId: string | null | Sql): Sql => sql`(
    exists (select from event_invitation i where i.person_id = ${personId}::uuid and i.event_id = e.id and i.withdrawn_at is null)
    or exists (select from email_address mine
                 join event_invitation i on i.address = mine.address and i.event_id = e.id and i.withdrawn_at is null
                where mine.person_id = ${personId}::uuid and mine.verified_at is not null))`;

const hasAnswered = (personId: string | null) =>
  sql`exists (select from rsvp said where said.event_id = e.id and said.person_id = ${personId}::uuid and said.answer <> 'not_going')`;
const comes = (personId: string | null) =>
  sql`exists (select from rsvp said where said.event_id = e.id and said.person_id = ${personId}::uuid and said.answer = 'going')`;
const isMember = ({ memberOf }: Asker) => sql`${hostOrganisations} && ${memberOf}::uuid[]`;
const isOrganiser = ({ organises }: Asker) => sql`${hostPath} && ${organises}::uuid[]`;

const isAddressed = (who: Asker) => sql`(
    e.audience = 'members' and ${isMember(who)}
    or ${hasAnswered(who.personId)}
    or ${isInvited(who.personId)})`;

export const mayOpen = (who: Asker): Sql => sql`(
    e.published_at is not null and (e.audience in ('everyone', 'unlisted') or ${isAddressed(who)})
    or ${isOrganiser(who)})`;

export const mayFind = (who: Asker): Sql => sql`(
    e.published_at is not null and (e.audience = 'everyone' or ${isAddressed(who)})
    or ${isOrganiser(who)})`;

export const maySeeNames = (who: Asker): Sql => sql`(
    ${mayOpen(who)} and (e.names_for = 'everyone'
                         or e.names_for = 'members' and ${isMember(who)}
                         or e.names_for in ('members', 'coming') and ${comes(who.personId)})
    or ${isOrganiser(who)})`;

/** Of an event that they may open. */
export const maySeeCounts = (who: Asker): Sql => sql`(e.counts_public or ${maySeeNames(who)})`;

/** Of an event that they may open: the door, and not the town alone. */
export const maySeePlace = (who: Asker): Sql => sql`(e.place_for = 'everyone' or ${comes(who.personId)} or ${isOrganiser(who)})`;
