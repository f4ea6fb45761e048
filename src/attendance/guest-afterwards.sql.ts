import { hostPath } from "../organisations/hosting.sql.ts";
import { letterAddress } from "../people/address.sql.ts";
import { wantsLetters } from "../people/person.sql.ts";
import { isBarred } from "../people/sanction.sql.ts";
import { col } from "../platform/db/columns.ts";
import { query } from "../platform/db/query.ts";
import { sql } from "../platform/db/sql.ts";

/**
 * Guests who said yes to what ended between these two instants, and have not said by themselves whether they were there. Nobody is asked twice: a letter
 * of thanks asks as well, so whoever has had one, or is about to, gets none of ours.
 */
export const guestsToAsk = query(
  { eventId: col.uuid, personId: col.uuid, address: col.text, zone: col.text, locale: col.text },
  (from: Temporal.Instant, until: Temporal.Instant, limit: number) => sql`
    select r.event_id as "eventId", p.id as "personId", mail.address, p.zone, p.locale
      from event e
      join unit u on u.id = e.unit_id
      join rsvp r on r.event_id = e.id and r.answer = 'going'
      join person p on p.id = r.person_id and p.guest_since is not null and p.claimed_at is null and ${wantsLetters}
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where e.ends_at between ${from} and ${until}
       and e.published_at is not null
       and e.cancelled_at is null
       and not exists (select from thanks t where t.event_id = e.id and t.goes and t.left_at is null)
       and not ${isBarred(sql`p.id`, sql`e.id`, hostPath)}
       and not exists (select from letter l where l.kind in ('afterwards', 'thanks') and l.event_id = e.id and l.person_id = p.id)
       and not exists (select from attendance a where a.event_id = e.id and a.person_id = p.id and a.said_by = 'self')
     order by e.ends_at, r.event_id, p.id
     limit ${limit}::int`,
);
