-- An event that is off until its organisers set a new date: cancelled_at says since when, cancelled_by who, cancelled_reason why. Its dates stay as they were.
alter table event add column is_postponed boolean not null default false;
alter table event add constraint event_postponed_is_off check (not is_postponed or cancelled_at is not null);
create index event_postponed on event (cancelled_at) where is_postponed;
