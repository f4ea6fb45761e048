-- What somebody who comes to an event needs, for its organisers' eyes alone: access, food, anything. Gone four weeks after it.
create table need (
  event_id    uuid not null references event on delete cascade,
  person_id   uuid not null references person on delete cascade,
  words       text not null check (length(words) between 1 and 2000),
  told_at     timestamptz not null,
  answer_by   date not null,                              -- in the event's zone; both are shown it
  outcome     text check (outcome in ('arranged', 'cannot', 'question')),
  reply       text not null default '' check (length(reply) <= 2000),
  answered_at timestamptz,
  answered_by uuid references person on delete set null,
  primary key (event_id, person_id),
  check ((outcome is null) = (answered_at is null))
);
create index need_person on need (person_id);
create index need_answered_by on need (answered_by) where answered_by is not null;
