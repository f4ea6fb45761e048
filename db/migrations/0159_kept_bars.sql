-- Leaving does not end a bar. Of whoever was barred and erased their account stays a keyed hash of each address, as long as the bar would have lasted.
create table kept_bar (
  id           uuid primary key default uuidv7(),
  address_hash bytea not null,                              -- HMAC-SHA-256 of the address in small letters, under the key `bar-secret` in `setting`
  unit_id      uuid references unit on delete cascade,
  event_id     uuid references event on delete cascade,
  until_at     timestamptz,
  check ((unit_id is null) <> (event_id is null))
);
create unique index kept_bar_once on kept_bar (address_hash, coalesce(unit_id, event_id));
create index kept_bar_unit on kept_bar (unit_id) where unit_id is not null;
create index kept_bar_event on kept_bar (event_id) where event_id is not null;
create index kept_bar_until on kept_bar (until_at) where until_at is not null;
