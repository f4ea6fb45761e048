-- A letter to many waits for its turn, so that a mail server is not handed ten thousand at once. Until then it has no job; the most urgent go first,
-- and of equally urgent ones a letter of each mailing in turn, so that twenty do not wait for another's ten thousand.
alter table letter
  add column urgency smallint not null default 0, -- smaller is sooner, as with jobs
  add column awaits_turn boolean not null default false,
  add column turn_at timestamptz;

create index letter_awaiting on letter (urgency, kind, event_id, created_at, id) where awaits_turn;
-- How many had their turn in the last minute
create index letter_turn on letter (turn_at) where turn_at is not null;
