-- Who may open an event, who sees the names of those coming, how many there are, and where it is. The rules are in organisations/event-audience.ts.
alter table event
  add column audience      text not null default 'everyone' check (audience in ('everyone', 'unlisted', 'members', 'invited')),
  add column names_for     text not null default 'members' check (names_for in ('everyone', 'members', 'coming', 'organisers')),
  add column counts_public boolean not null default true,  -- false: how many come is for those who see names
  add column place_for     text not null default 'everyone' check (place_for in ('everyone', 'coming')); -- until then the town only

-- Somebody asked to an event by name, or by an address whose owner we need not know. What became of it is their answer (rsvp): saying no stays private.
create table event_invitation (
  id           uuid primary key default uuidv7(),
  event_id     uuid not null references event on delete cascade,
  person_id    uuid references person on delete cascade,
  address      citext check (length(address) between 3 and 254),
  invited_by   uuid references person on delete set null,
  invited_at   timestamptz not null,
  withdrawn_at timestamptz,
  check (num_nonnulls(person_id, address) = 1)
);
create unique index event_invitation_person on event_invitation (person_id, event_id) where withdrawn_at is null and person_id is not null;
create unique index event_invitation_address on event_invitation (address, event_id) where withdrawn_at is null and address is not null;
create index event_invitation_event on event_invitation (event_id, invited_at) where withdrawn_at is null;
