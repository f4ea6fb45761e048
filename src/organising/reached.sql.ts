import { hostPath } from "../organisations/hosting.sql.ts";
import { letterAddress } from "../people/address.sql.ts";
import { wantsLetters } from "../people/person.sql.ts";
import { isBarred } from "../people/sanction.sql.ts";
import { sql } from "../platform/db/sql.ts";
import type { Sql } from "../platform/db/sql.ts";

/**
 * Whom a letter by the organisers reaches: those whose answer `r` to the event `e` is one of `which`, and who can be written to, at `mail.address`.
 * Ends in a condition, so that a statement can go on with `and`. A person has one answer, so nobody is here twice.
 */
export const reached = (eventId: string, which: Sql): Sql => sql`
      from rsvp r
      join event e on e.id = r.event_id
      join unit u on u.id = e.unit_id
      join person p on p.id = r.person_id
      join lateral ${letterAddress(sql`p.id`)} mail on true
     where r.event_id = ${eventId}
       and (${which})
       and ${wantsLetters}
       and not ${isBarred(sql`p.id`, sql`e.id`, hostPath)}`;
