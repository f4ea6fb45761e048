-- The letter to those who were there, the morning after. No row: nobody has decided whether it goes.
create table thanks (
  event_id   uuid primary key references event on delete cascade,
  body       text not null check (length(body) between 1 and 4000),
  goes       boolean not null,                            -- until it has left, this may change
  decided_at timestamptz not null,
  decided_by uuid references person on delete set null,
  left_at    timestamptz,
  people     int                                          -- to how many
);
create index thanks_waiting on thanks (event_id) where goes and left_at is null;
create index thanks_decided_by on thanks (decided_by) where decided_by is not null;
