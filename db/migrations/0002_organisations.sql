-- An organisation is the root of a tree of units; every body with members is a row in unit, the organisation itself included (same id).
create table organisation (
  id         uuid primary key,
  code       text not null unique check (code ~ '^[A-Z]{3}$'),
  line       smallint not null check (line between 1 and 5),
  website    text,
  zone       text not null default 'Europe/London',
  online_only boolean not null default false,
  created_at timestamptz not null
);

create table unit (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  parent_id       uuid references unit,
  kind            text not null check (kind in ('organisation', 'branch', 'group', 'committee')),
  slug            text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name            text not null check (length(name) between 1 and 160),
  summary         text not null default '' check (length(summary) <= 400),
  about           text not null default '' check (length(about) <= 20000),  -- Markdown
  area            text check (length(area) <= 120),
  join_policy     text not null default 'open' check (join_policy in ('open', 'request', 'invitation')),
  position        int not null default 0,
  path            uuid[] not null,                -- from the organisation down to this unit, itself included: who may organise is one overlap
  member_count    int not null default 0,         -- kept by the actions that change membership, under the unit's lock
  created_at      timestamptz not null,
  closed_at       timestamptz,
  check ((kind = 'organisation') = (parent_id is null)),
  check (kind <> 'organisation' or id = organisation_id)
);
-- An organisation's slug is unique on the server, a unit's within its organisation.
create unique index unit_slug_root on unit (slug) where kind = 'organisation';
create unique index unit_slug on unit (organisation_id, slug) where kind <> 'organisation';
create index unit_parent on unit (parent_id);
create index unit_organisation on unit (organisation_id);

-- From-until; a new period is a new row. The end is exclusive: whoever joins and leaves on one day was there for that day.
create table membership (
  id         uuid primary key default uuidv7(),
  person_id  uuid not null references person on delete cascade,
  unit_id    uuid not null references unit,
  starts_on  date not null,
  ends_on    date check (ends_on > starts_on),
  period     daterange not null generated always as (daterange(starts_on, ends_on)) stored,
  source     text not null check (source in ('founded', 'joined', 'accepted', 'invited', 'imported')),
  created_at timestamptz not null,
  constraint membership_once exclude using gist (person_id with =, unit_id with =, period with &&)
);
create index membership_unit on membership (unit_id, person_id) where ends_on is null;
create index membership_person on membership (person_id) where ends_on is null;

-- Who may organise for a unit, and so for every unit beneath it.
create table organiser (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references person on delete cascade,
  unit_id      uuid not null references unit,
  starts_at    timestamptz not null,
  ends_at      timestamptz,
  appointed_by uuid references person on delete set null
);
create unique index organiser_once on organiser (person_id, unit_id) where ends_at is null;
create index organiser_unit on organiser (unit_id) where ends_at is null;

create table join_request (
  id          uuid primary key default uuidv7(),
  person_id   uuid not null references person on delete cascade,
  unit_id     uuid not null references unit,
  note        text not null default '' check (length(note) <= 1000),
  branch_id   uuid references unit,               -- asking an organisation: the open branch to belong to once accepted
  asked_at    timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references person on delete set null,
  accepted    boolean,
  withdrawn_at timestamptz,
  check ((answered_at is null) = (accepted is null))
);
create unique index join_request_open on join_request (person_id, unit_id) where answered_at is null and withdrawn_at is null;
create index join_request_unit on join_request (unit_id) where answered_at is null and withdrawn_at is null;

-- Sent to an address; used by whoever proves to own it.
create table invitation (
  id          uuid primary key default uuidv7(),
  unit_id     uuid not null references unit,
  address     citext not null,
  person_id   uuid references person on delete cascade, -- the imported person, if it came from an import
  token_hash  bytea not null unique,
  invited_by  uuid references person on delete set null,
  invited_at  timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,                        -- private: the organisers see that it is over, as after withdrawing
  withdrawn_at timestamptz
);
create index invitation_address on invitation (address) where accepted_at is null and declined_at is null and withdrawn_at is null;
create index invitation_unit on invitation (unit_id) where accepted_at is null and declined_at is null and withdrawn_at is null;

alter table person add foreign key (imported_by_unit) references unit;
create index person_imported on person (imported_by_unit) where claimed_at is null;
-- Lists of members are read on in the order of names, however long they are
create index person_name on person (name collate "unicode", id);
