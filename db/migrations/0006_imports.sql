-- Bringing members in from a file. Nobody is written down before an organiser has seen, row by row, what will happen.
create table member_import (
  id           uuid primary key default uuidv7(),
  unit_id      uuid not null references unit,
  by_person_id uuid references person on delete set null, -- null: at the command line
  created_at   timestamptz not null,
  -- The mapping
  columns      text[] check (array_length(columns, 1) > 0),
  date_order   text not null default 'day-first' check (date_order in ('day-first', 'month-first')),
  mapped_at    timestamptz,
  -- What its rows would do
  checked_at   timestamptz,
  problem      text,                              -- the whole file cannot be read, and why
  problem_line int,
  counts       jsonb not null default '{}',       -- rows by fate
  row_count    int not null default 0,
  -- What they did
  confirmed_at timestamptz,
  finished_at  timestamptz,
  failed_at    timestamptz,
  undo_asked_at timestamptz,
  undone_at    timestamptz,
  undone_count int not null default 0,
  kept_count   int not null default 0,            -- undo refused: that person has acted
  progress     bigint not null default 0          -- written outside the transaction, for those who wait: bytes read, rows written or undone
);
create index member_import_unit on member_import (unit_id, created_at desc);

-- The files, kept here because several processes serve; gone when the import is done, or after a day.
create table import_file (
  import_id  uuid not null references member_import on delete cascade,
  position   smallint not null,                   -- 0: the people; 1: facts about them, joined by member number
  name       text not null,
  byte_count bigint not null,
  encoding   text not null,
  delimiter  text not null,
  format     text not null,                       -- the program that wrote it, as far as its columns tell
  header     text[] not null,
  header_line int not null,
  samples    jsonb not null,                      -- the first rows, as lists of cells
  primary key (import_id, position)
);

create table import_chunk (
  import_id     uuid not null,
  file_position smallint not null,
  position      int not null,
  bytes         bytea not null,
  primary key (import_id, file_position, position),
  foreign key (import_id, file_position) references import_file on delete cascade
);
alter table import_chunk alter column bytes set storage external; -- not worth compressing for an hour

create table import_row (
  import_id  uuid not null references member_import on delete cascade,
  n          int not null,
  line       int not null,                        -- of the file, as an editor counts
  fate       text not null check (fate in ('new', 'added', 'listed', 'member', 'twice', 'gone', 'taken-off', 'fault')),
  person_id  uuid not null default uuidv7(),      -- whom it will make, or already is
  twin_line  int,                                 -- the same person is on this line
  name       text not null,
  latin_name text,
  pronouns   text,
  employer   text,
  area       text,
  address    citext,
  since      date,
  member_no  text,
  status     text,
  silent     boolean not null default false,
  fault      text,
  cell       text,
  primary key (import_id, n)
);

-- Somebody on an organisation's list: what the list says beyond who it is. Organisers see it, nobody else.
create table listing (
  id              uuid primary key default uuidv7(),
  organisation_id uuid not null references organisation,
  unit_id         uuid not null references unit,
  person_id       uuid not null references person on delete cascade,
  import_id       uuid references member_import on delete set null,
  line            int not null,
  made_person     boolean not null,               -- false: an earlier import had brought them
  address         citext,                         -- as the organisation knew it, also after the person claimed it
  member_no       text,
  status          text,
  silent          boolean not null default false, -- never written to, whoever presses Invite
  listed_at       timestamptz not null,
  not_me_at       timestamptz,                    -- the owner of the address said that it is somebody else
  unique (unit_id, person_id)
);
create index listing_person on listing (person_id);
create index listing_address on listing (organisation_id, address) where address is not null;
create index listing_member_no on listing (organisation_id, member_no) where member_no is not null;
create index listing_import on listing (import_id, line);

-- Who had themselves taken off a list: no address, only enough to know it again, so that the next import leaves them out.
create table taken_off (
  organisation_id uuid not null references organisation,
  address_hash    bytea not null,                 -- SHA-256 of the address in lower case
  at              timestamptz not null,
  primary key (organisation_id, address_hash)
);

create index person_merged on person (merged_into_id) where merged_into_id is not null;
create index invitation_person on invitation (person_id) where person_id is not null;

-- An import taken back erases its people in one go, and each erasure looks for what refers to that person: without these it would read whole tables.
create index membership_person_ever on membership (person_id);
create index letter_person on letter (person_id) where person_id is not null;
create index announcement_person on announcement (person_id);
create index invitation_invited_by on invitation (invited_by) where invited_by is not null;
create index join_request_person on join_request (person_id);
create index join_request_answered_by on join_request (answered_by) where answered_by is not null;
create index message_deleted_by on message (deleted_by) where deleted_by is not null;
