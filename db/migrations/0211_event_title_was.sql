-- What a meet-up was called before a change. The log of changes holds no text; this stands beside it, and goes with the meet-up.
create table event_title_was (
  change_id uuid primary key,
  event_id uuid not null references event on delete cascade,
  title text not null
);
create index event_title_was_event on event_title_was (event_id, change_id);
