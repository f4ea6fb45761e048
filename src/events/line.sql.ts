import { sql } from "../platform/db/sql.ts";

/**
 * Where the answer `r` to the event `e` stands in the line for its hall, counting those who would move there from the other; 1 is first, 0 is not in
 * line: whoever is offered a place has left it.
 */
export const positionInLine = sql`
           case when r.move_no is not null or (r.answer = 'waitlisted' and r.offered_until is null)
                then (select count(*)
                        from rsvp ahead
                       where ahead.event_id = e.id
                         and ahead.answer = 'waitlisted'
                         and ahead.offered_until is null
                         and ahead.place_no <= coalesce(r.move_no, r.place_no)
                         and (e.venue_id is null or e.online_url is null or ahead.is_online = (r.is_online <> (r.move_no is not null))))
                   + (select count(*)
                        from rsvp ahead
                       where ahead.event_id = e.id
                         and ahead.move_no <= coalesce(r.move_no, r.place_no)
                         and e.venue_id is not null
                         and e.online_url is not null
                         and ahead.is_online <> (r.is_online <> (r.move_no is not null)))
                else 0
            end`;
