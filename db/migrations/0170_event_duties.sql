-- Members who look after part of one event beside its organisers. A duty that changes is a new row; all end two weeks after the event (organising/duty.ts).
create table event_duty (
  id        uuid primary key default uuidv7(),
  event_id  uuid not null references event on delete cascade,
  person_id uuid not null references person on delete cascade,
  duty      text not null check (duty in ('door', 'all')),
  given_at  timestamptz not null,
  given_by  uuid references person on delete set null,
  ended_at  timestamptz,
  ended_by  uuid references person on delete set null
);
create unique index event_duty_once on event_duty (event_id, person_id) where ended_at is null;
create index event_duty_person on event_duty (person_id) where ended_at is null;
create index event_duty_given_by on event_duty (given_by) where given_by is not null;
create index event_duty_ended_by on event_duty (ended_by) where ended_by is not null;
