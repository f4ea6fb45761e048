-- Two halls (a room and a link) with places of their own, guests, places held back, places offered for a while, answers that organisers agree to first.
-- `capacity` is the room's; of an event in one mode only, the event's.
alter table event
  add online_capacity      int check (online_capacity between 1 and 100000),
  add held_back            int not null default 0 check (held_back between 0 and 100000),  -- of the capacity: given by name only
  add guests_each          int not null default 0 check (guests_each between 0 and 5),
  add offer_hours          int check (offer_hours between 2 and 168),                      -- null: a place that comes free is given at once
  add asks_first           boolean not null default false,                                 -- an organiser agrees to each yes
  -- Kept like the counts before them: of going_count, those online; guests of those in the room; of waiting_count, those for online; who is offered
  -- a place; who has one and waits for one in the other hall
  add online_count         int not null default 0,
  add guest_count          int not null default 0,
  add online_waiting_count int not null default 0,
  add kept_count           int not null default 0,
  add online_kept_count    int not null default 0,
  add to_room_count        int not null default 0,
  add to_online_count      int not null default 0;

alter table rsvp
  add is_online   boolean not null default false,
  add guests      int not null default 0 check (guests between 0 and 5),
  add move_no     bigint,                    -- their place in the line for the other hall, while they keep the one they have
  add declined_at timestamptz,               -- organisers could not say yes
  drop constraint rsvp_answer_check,
  drop constraint rsvp_check1,
  add constraint rsvp_answer_check check (answer in ('going', 'maybe', 'not_going', 'waitlisted', 'asked')),
  add constraint rsvp_times_check check (answer in ('going', 'waitlisted', 'asked') or (from_at is null and until_at is null)),
  add constraint rsvp_who_brings_check check (guests = 0 or (answer in ('going', 'asked') and not is_online)),
  add constraint rsvp_move_check check (move_no is null or answer = 'going'),
  add constraint rsvp_offer_check check (offered_until is null or answer = 'waitlisted');
create index rsvp_moving on rsvp (event_id, move_no) where move_no is not null;
create index rsvp_offered on rsvp (offered_until) where offered_until is not null;

-- Whoever answered for an event that is only online comes online.
update rsvp set is_online = true from event e where e.id = rsvp.event_id and e.venue_id is null and rsvp.answer in ('going', 'waitlisted');
update event set online_count = going_count, online_waiting_count = waiting_count where venue_id is null;
