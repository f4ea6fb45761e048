-- A container with messages. Today every conversation is an event's icebreaker; a conversation of a few people will have members of its own.
create table conversation (
  id            uuid primary key default uuidv7(),
  event_id      uuid unique references event,
  message_count int not null default 0,           -- the number of the newest message
  revision      int not null default 0,           -- rises with every message sent, edited or taken back: a live page asks for what is later
  created_at    timestamptz not null
);

-- Both counters are raised under the conversation's row lock, so that a higher one is never committed before a lower one.
create table message (
  id              uuid primary key default uuidv7(),
  conversation_id uuid not null references conversation,
  number          int not null,                   -- 1, 2, 3 ... within the conversation
  revision        int not null,
  author_id       uuid references person on delete set null,
  body            text not null check (length(body) <= 4000),
  once            text not null check (length(once) <= 64), -- what the form carried: pressing Send twice writes once
  sent_at         timestamptz not null,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  deleted_by      uuid references person on delete set null,
  check (deleted_at is null or body = ''),
  unique (author_id, once),
  unique (conversation_id, number)
);
create index message_revision on message (conversation_id, revision);

create table conversation_reading (
  conversation_id uuid not null references conversation on delete cascade,
  person_id       uuid not null references person on delete cascade,
  last_number     int not null,                   -- later messages are unread
  read_at         timestamptz not null,
  primary key (conversation_id, person_id)
);
create index conversation_reading_person on conversation_reading (person_id);
