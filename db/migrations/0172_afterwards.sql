-- Whether somebody came, as somebody says it: the person, the door, or an organiser afterwards. Each says it once and may correct themselves; whose
-- word counts is in attendance/presence.sql.ts. Checking in at the door will write here.
create table attendance (
  event_id  uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  said_by   text not null check (said_by in ('self', 'door', 'organiser')),
  came      boolean not null,
  noted_at  timestamptz not null,
  noted_by  uuid references person on delete set null,
  primary key (event_id, person_id, said_by)
);
create index attendance_person on attendance (person_id, event_id);
create index attendance_noted_by on attendance (noted_by) where noted_by is not null;

-- How many came without an answer. A number, no names.
create table walk_ins (
  event_id uuid primary key references event on delete cascade,
  people   int not null check (people between 0 and 100000)
);

-- No column joins what was said to who said it: no person and no time. `nth` lets the answers be shown five at a time.
create table feedback (
  id       uuid primary key default gen_random_uuid(),
  event_id uuid not null references event on delete cascade,
  nth      int not null,
  how      text not null check (how in ('good', 'fair', 'poor')),
  keep     text not null default '' check (length(keep) <= 1000),
  change   text not null default '' check (length(change) <= 1000),
  unique (event_id, nth)
);

-- Who has been heard, so that nobody is heard twice.
create table feedback_given (
  event_id  uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (event_id, person_id)
);
create index feedback_given_person on feedback_given (person_id);
