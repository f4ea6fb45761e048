-- Asked for while accounts are given on request. Gone once answered: then there is an account, or nothing of theirs is kept.
create table registration_request (
  id uuid primary key default uuidv7(),
  address citext not null unique check (length(address::text) between 3 and 254),
  sticker jsonb not null,
  note text not null default '' check (length(note) <= 1000),
  next_path text not null default '/',
  asked_at timestamptz not null
);
create index registration_request_asked on registration_request (asked_at);

-- The same for an organisation that somebody would like to found.
create table organisation_request (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id) on delete cascade,
  ask jsonb not null,
  asked_at timestamptz not null
);
create index organisation_request_person on organisation_request (person_id);

-- A line above every page, from those who run the server, until a moment that they name.
create table server_announcement (
  id uuid primary key default uuidv7(),
  words text not null check (length(words) between 1 and 400),
  until_at timestamptz not null,
  by_letter boolean not null default false,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null,
  withdrawn_at timestamptz
);
create index server_announcement_until on server_announcement (until_at);
create index server_announcement_created_by on server_announcement (created_by) where created_by is not null;
