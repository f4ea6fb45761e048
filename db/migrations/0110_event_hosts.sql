-- Units that share an event with its first host (event.unit_id, who asked them and keeps it). Each asking is a row; one who said no may be asked again.
create table event_host (
  id           uuid primary key default uuidv7(),
  event_id     uuid not null references event on delete cascade,
  unit_id      uuid not null references unit,
  asked_at     timestamptz not null,
  asked_by     uuid references person on delete set null,
  accepted_at  timestamptz,                       -- from here on it hosts
  accepted_by  uuid references person on delete set null,
  declined_at  timestamptz check (declined_at is null or accepted_at is null),
  ended_at     timestamptz,                       -- the asking taken back, or the hosting ended
  ended_by     uuid references person on delete set null,
  ended_reason text not null default '' check (length(ended_reason) <= 1000)
);
create unique index event_host_once on event_host (event_id, unit_id) where declined_at is null and ended_at is null;
create index event_host_unit on event_host (unit_id) where declined_at is null and ended_at is null;
