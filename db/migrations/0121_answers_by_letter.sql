-- Answering from a letter, without an account. Such a person is a guest: their address is proved, nobody sees a page of theirs, and an account made
-- with the same address takes the row over.
alter table person add column guest_since timestamptz;
alter table person drop constraint person_check;
alter table person add constraint person_check check (imported_at is not null or claimed_at is not null or guest_since is not null);

-- A link in one letter. It works in the browser that asked for the letter and in no other, so that passing the letter on passes nothing on.
create table answer_link (
  token_hash   bytea primary key,
  event_id     uuid not null references event on delete cascade,
  address      citext not null check (length(address) between 3 and 254),
  name         text check (length(name) between 1 and 200), -- as typed; null in an invitation
  browser_hash bytea,                                       -- SHA-256 of the cookie; null in an invitation, for which nobody asked
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz
);
create index answer_link_expires on answer_link (expires_at);

-- A browser in which such a link was used: from then on the links of later letters to that person work in it too.
create table guest_browser (
  token_hash bytea not null,
  person_id  uuid not null references person on delete cascade,
  expires_at timestamptz not null,
  primary key (token_hash, person_id)
);
create index guest_browser_person on guest_browser (person_id);

-- Guests who want no more letters about a meet-up that they answered.
create table letters_stopped (
  event_id   uuid not null references event on delete cascade,
  person_id  uuid not null references person on delete cascade,
  stopped_at timestamptz not null,
  primary key (event_id, person_id)
);
create index letters_stopped_person on letters_stopped (person_id);
