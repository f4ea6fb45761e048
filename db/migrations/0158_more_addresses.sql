-- An account may have several addresses: any of them signs in, one of them gets the letters.
alter table email_address add column chosen_at timestamptz; -- for letters; of several the one chosen last, of none the oldest

-- Somebody who is signed in wants to use this address too, and has yet to show that they read its letters.
create table address_link (
  token_hash bytea primary key,
  person_id  uuid not null references person on delete cascade,
  address    citext not null check (length(address) between 3 and 254),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index address_link_person on address_link (person_id);

-- "This was not me": goes out with the news of a new way in. Whoever reads that letter takes the account back as it was before.
create table way_back (
  token_hash bytea primary key,
  person_id  uuid not null references person on delete cascade,
  address    citext not null,      -- where the letter went: theirs again when the link is used
  since_at   timestamptz not null, -- passkeys and addresses added from here on go
  expires_at timestamptz not null
);
create index way_back_person on way_back (person_id);
