create table venue (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  name            text not null check (length(name) between 1 and 160),
  address         text not null default '' check (length(address) <= 400),
  area            text not null default '' check (length(area) <= 120),   -- the town, shown where the address would be too much
  directions      text not null default '' check (length(directions) <= 2000),
  -- Access facts, in words; empty is "nobody has said yet"
  step_free       text not null default '' check (length(step_free) <= 400),
  hearing         text not null default '' check (length(hearing) <= 400),
  quiet_room      text not null default '' check (length(quiet_room) <= 400),
  toilets         text not null default '' check (length(toilets) <= 400),
  transport       text not null default '' check (length(transport) <= 400),
  confirmed_by    uuid references person on delete set null,
  confirmed_on    date,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index venue_organisation on venue (organisation_id);

create table event (
  id               uuid primary key default uuidv7(),
  unit_id          uuid not null references unit,       -- the host
  title            text not null check (length(title) between 1 and 160),
  summary          text not null default '' check (length(summary) <= 400),
  about            text not null default '' check (length(about) <= 20000),   -- Markdown
  notes            text not null default '' check (length(notes) <= 8000),    -- Markdown, "From the organisers", for those who see names
  zone             text not null,                                             -- IANA
  starts_at        timestamptz not null,
  ends_at          timestamptz not null check (ends_at > starts_at),
  doors_at         timestamptz check (doors_at <= starts_at),
  answer_by        timestamptz,
  conversation_opens_at timestamptz,                    -- null: when it is published
  venue_id         uuid references venue,
  online_url       text check (length(online_url) <= 2000), -- shown only to those coming
  capacity         int check (capacity between 1 and 100000),
  cost             text not null default '' check (length(cost) <= 160),      -- "Free. Tea and sandwiches"
  food             text not null default '' check (length(food) <= 400),
  photo_policy     text not null default 'sticker' check (photo_policy in ('sticker', 'ask', 'none', 'fine')),
  icebreaker       text not null default '' check (length(icebreaker) <= 300), -- the first question of the conversation
  created_by       uuid references person on delete set null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  published_at     timestamptz,
  cancelled_at     timestamptz,
  cancelled_by     uuid references person on delete set null,
  cancelled_reason text check (length(cancelled_reason) <= 1000),
  sequence         int not null default 0,              -- iCalendar SEQUENCE (RFC 5545, 3.8.7.4)
  -- Kept under the event's row lock by attendance/rsvp.actions.ts
  next_place       bigint not null default 1,           -- the order in which people answered
  going_count      int not null default 0,
  maybe_count      int not null default 0,
  waiting_count    int not null default 0,
  version          int not null default 1,              -- rises with everything that the public page shows
  revision         int not null default 1,              -- rises with every edit: the second of two organisers who edit at once is told
  check (venue_id is not null or online_url is not null or published_at is null),
  check (cancelled_at is null or published_at is not null)
);
create index event_unit on event (unit_id, starts_at);
create index event_starts on event (starts_at) where published_at is not null;

create table rsvp (
  event_id      uuid not null references event,
  person_id     uuid not null references person on delete cascade,
  answer        text not null check (answer in ('going', 'maybe', 'not_going', 'waitlisted')),
  from_at       timestamptz,                            -- a flying visit: null is from the start
  until_at      timestamptz,                            --                 null is to the end
  place_no      bigint not null,                        -- taken from event.next_place; a new place in line after leaving it
  is_unlisted   boolean not null default false,         -- counted, but not named
  offered_until timestamptz,                            -- "a place is yours until Tuesday 12:00"
  promoted_at   timestamptz,                            -- moved up from the waiting list
  answered_at   timestamptz not null,                   -- the first answer
  updated_at    timestamptz not null,
  primary key (event_id, person_id),
  check (until_at > from_at),
  check (answer in ('going', 'waitlisted') or (from_at is null and until_at is null))
);
-- One index serves who is coming, in order, and the head of the waiting list.
create unique index rsvp_line on rsvp (event_id, answer, place_no) include (person_id);
create index rsvp_person on rsvp (person_id, event_id);
create index rsvp_unlisted on rsvp (event_id) where is_unlisted;

-- Who was told of an event, so that announcing twice writes once.
create table announcement (
  event_id   uuid not null references event,
  person_id  uuid not null references person on delete cascade,
  told_at    timestamptz not null,
  by         text not null check (by in ('letter', 'weekly', 'none')),
  is_waiting boolean not null default false,            -- for the next weekly letter
  primary key (event_id, person_id)
);
create index announcement_waiting on announcement (person_id) where is_waiting;
