alter table event_duty drop constraint event_duty_duty_check;
alter table event_duty add constraint event_duty_duty_check check (duty in ('door', 'messages', 'all'));

-- A letter by those who organise one event to those who answered it; kept so that all of them see what was written to whom. Its id is made from the
-- form's own: sent twice, it is written once.
create table circular (
  id          uuid primary key,
  event_id    uuid not null references event on delete cascade,
  states      text[] not null check (cardinality(states) > 0 and states <@ array['going', 'maybe', 'waitlisted']),
  subject     text not null check (length(subject) between 1 and 160),
  body        text not null check (length(body) between 1 and 4000),
  reply_to_id uuid references email_address on delete set null, -- the writer's own, if they give it
  written_at  timestamptz not null,
  written_by  uuid references person on delete set null,
  people      int not null                                -- to how many, when it was written
);
create index circular_event on circular (event_id, written_at);
create index circular_written_by on circular (written_by) where written_by is not null;
create index circular_reply_to on circular (reply_to_id) where reply_to_id is not null;

-- Where a reply goes, while the address is theirs; null: where letters come from.
alter table letter add column reply_to_id uuid references email_address on delete set null;
create index letter_reply_to on letter (reply_to_id) where reply_to_id is not null;
