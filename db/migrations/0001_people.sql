-- People, and how they get in. A person may exist without an account: imported by an organisation, or (later) living on another server.
create extension if not exists citext;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table person (
  id               uuid primary key default uuidv7(),
  name             text not null check (length(name) between 1 and 200),
  name_lang        text,                          -- BCP 47, for fonts and screen readers
  latin_name       text check (length(latin_name) between 1 and 200),
  pronouns         text check (length(pronouns) <= 60),
  talk_about       text[] not null default '{}',  -- what they can talk about, in their order
  languages        text[] not null default '{}',  -- BCP 47
  home_area        text check (length(home_area) <= 120), -- a town, never more exact
  employer         text check (length(employer) <= 160),
  about            text check (length(about) <= 2000),
  zone             text not null default 'Europe/London', -- IANA
  -- What a sticker needs, copied here so that a page with sixty people reads sixty rows and no more
  known_by         text,                          -- the handle with is_known_by, as it is shown
  line             smallint not null default 5 check (line between 1 and 5), -- of the organisation that they joined first
  locale           text not null default 'en-GB',
  -- The life cycle: imported (seen by organisers only, never written to), invited (an organiser pressed Invite), claimed (owns a verified address)
  imported_at      timestamptz,
  imported_by_unit uuid,
  invited_at       timestamptz,
  claimed_at       timestamptz,
  merged_into_id   uuid references person on delete cascade, -- found twice and merged with consent; this row then holds nothing
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  check (imported_at is not null or claimed_at is not null)
);

create table email_address (
  id          uuid primary key default uuidv7(),
  person_id   uuid not null references person on delete cascade,
  address     citext not null check (length(address) between 3 and 254),
  verified_at timestamptz,
  created_at  timestamptz not null
);
-- An address has one owner once it is verified; before that, several organisations may have imported it.
create unique index email_address_verified on email_address (address) where verified_at is not null;
create index email_address_address on email_address (address);
create index email_address_person on email_address (person_id);

create table account (
  person_id              uuid primary key references person on delete cascade,
  administrator_since    timestamptz,
  created_at             timestamptz not null
);

create table session (
  id           uuid primary key default uuidv7(),
  token_hash   bytea not null unique,             -- SHA-256 of the cookie
  person_id    uuid not null references person on delete cascade,
  device       text not null,                     -- "Firefox on Linux", for the list of sessions
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null
);
create index session_person on session (person_id);

create table sign_in_link (
  token_hash bytea primary key,
  address    citext not null,
  next_path  text not null default '/',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index sign_in_link_address on sign_in_link (address, created_at);

-- Someone who has proved to own an address and has yet to make their sticker.
create table welcome (
  token_hash bytea primary key,                   -- SHA-256 of the cookie
  address    citext not null,
  next_path  text not null default '/',
  expires_at timestamptz not null
);

create table passkey (
  id            uuid primary key default uuidv7(),
  person_id     uuid not null references person on delete cascade,
  credential_id bytea not null unique,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null default '{}',
  name          text not null,
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkey_person on passkey (person_id);

create table passkey_challenge (
  challenge  text primary key,
  person_id  uuid references person on delete cascade, -- null: signing in
  expires_at timestamptz not null
);

create table handle (
  id           uuid primary key default uuidv7(),
  person_id    uuid not null references person on delete cascade,
  network      text not null check (network in ('fediverse', 'bluesky', 'github', 'linkedin', 'orcid', 'instagram', 'threads', 'x', 'website', 'other')),
  value        text not null check (length(value) between 1 and 200),
  is_known_by  boolean not null default false,    -- the one that people know them by, for the sticker
  position     int not null default 0,
  verified_at  timestamptz,
  created_at   timestamptz not null,
  unique (person_id, network, value)
);
create unique index handle_known_by on handle (person_id) where is_known_by;

-- Mutual and standing. One row a pair, whoever asked; ended and asked again is the same row.
create table connection (
  asker_id    uuid not null references person on delete cascade,
  asked_id    uuid not null references person on delete cascade,
  asked_at    timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,                        -- private: the asker sees "asked"
  ended_at    timestamptz,
  primary key (asker_id, asked_id),
  check (asker_id <> asked_id)
);
create unique index connection_pair on connection (least(asker_id, asked_id), greatest(asker_id, asked_id));
create index connection_asked on connection (asked_id);

-- Counters of attempts, shared by all processes; losing them in a crash costs nothing.
create unlogged table rate (
  key        text not null,
  starts_at  timestamptz not null,
  count      int not null,
  primary key (key, starts_at)
);
