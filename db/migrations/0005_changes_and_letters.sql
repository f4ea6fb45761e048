-- What happened: ids and names of fields only, so that it outlives an erased person.
create table change (
  id           uuid primary key,
  kind         text not null,
  at           timestamptz not null,
  by_person_id uuid,
  person_id    uuid,
  unit_id      uuid,
  event_id     uuid,
  fields       text[] not null default '{}',
  about        jsonb not null default '{}'
);
create index change_at on change (at);
create index change_event on change (event_id, at) where event_id is not null;
create index change_unit on change (unit_id, at) where unit_id is not null;

-- One letter to one address. It is written down first and sent by a job: never lost, and one Message-ID however often it is tried.
create table letter (
  id          uuid primary key,
  kind        text not null,                      -- 'sign-in', 'announcement', 'answer' ...
  person_id   uuid references person on delete cascade,
  event_id    uuid references event on delete cascade,
  to_address  text not null,
  subject     text not null,
  body_text   text not null,
  body_html   text not null,
  calendar    text,                               -- an .ics
  unsubscribe_url text,                           -- for List-Unsubscribe (RFC 2369, RFC 8058)
  message_id  text not null unique,
  is_secret   boolean not null default false,     -- holds a sign-in link: the body is emptied once it is sent
  created_at  timestamptz not null,
  sent_at     timestamptz,
  attempts    int not null default 0,
  claimed_until timestamptz,                      -- one process is sending it
  kept_at     timestamptz,                        -- no SMTP server is set: it lies in the outbox for the administrator to read
  refused_at  timestamptz,                        -- the server said no for good
  last_error  text
);
create index letter_waiting on letter (created_at) where sent_at is null and refused_at is null;
create index letter_created on letter (created_at);

-- How each wants to be told of new meet-ups, for all their networks or for one unit.
create table announcement_choice (
  person_id  uuid not null references person on delete cascade,
  unit_id    uuid references unit on delete cascade,  -- null: everywhere else
  choice     text not null check (choice in ('each', 'weekly', 'none')),
  chosen_at  timestamptz not null,
  unique nulls not distinct (person_id, unit_id)
);

create table setting (
  name       text primary key,
  value      jsonb not null,
  updated_at timestamptz not null default now()
);

-- A worker that stops writing here is dead; its jobs are given back.
create table worker_heartbeat (
  worker_id text primary key,
  seen_at   timestamptz not null default now()
);
