-- Complaints, and the limits that follow from them.

-- What it is about is looked up, never copied: a message that is taken back is gone from the report as well.
create table report (
  id          uuid primary key,
  about       text not null check (about in ('message', 'person', 'event')),
  message_id  uuid references message on delete set null,
  event_id    uuid references event on delete set null,   -- the meet-up, or where the message was said
  person_id   uuid references person on delete cascade,   -- whom it concerns: they never see it, nor who made it
  unit_id     uuid references unit,                       -- whose organisers look at it; null: only those who look after the server
  reporter_id uuid references person on delete set null,
  kind        text not null check (kind in ('unkind', 'unsafe', 'private', 'false', 'advertising', 'other')),
  words       text not null default '' check (length(words) <= 2000),
  reported_at timestamptz not null,
  settled_at  timestamptz,
  settled_by  uuid references person on delete set null,
  outcome     text check (outcome in ('nothing', 'warning', 'removal', 'bar', 'limit', 'suspension')),
  note        text not null default '' check (length(note) <= 2000), -- for those who look after reports
  check ((settled_at is null) = (outcome is null))
);
create index report_open on report (reported_at) where settled_at is null;
create index report_unit on report (unit_id) where unit_id is not null;
create index report_person on report (person_id) where person_id is not null;
create index report_message on report (message_id) where message_id is not null;
create index report_event on report (event_id) where event_id is not null;
create index report_reporter on report (reporter_id) where reporter_id is not null;
create index report_settled_by on report (settled_by) where settled_by is not null;

-- A limit that somebody set. It stands until `ended_at`, which a job writes when `until_at` has come: no read needs to ask for the time.
create table sanction (
  id          uuid primary key,
  kind        text not null check (kind in ('warning', 'removal', 'bar', 'limit', 'suspension')),
  person_id   uuid not null references person on delete cascade,
  report_id   uuid references report on delete set null,
  message_id  uuid references message on delete set null, -- removed
  kept        text check (length(kept) <= 4000),          -- its words, for an appeal; emptied when that is over
  event_id    uuid references event on delete cascade,    -- barred from this meet-up
  unit_id     uuid references unit,                       -- barred from this unit; or whose organisers set it
  hides       boolean not null default false,             -- a suspension: what they are and wrote is not shown meanwhile
  reason      text not null check (length(reason) between 1 and 2000), -- told to them
  set_at      timestamptz not null,
  set_by      uuid references person on delete set null,
  until_at    timestamptz check (until_at > set_at),
  ended_at    timestamptz,
  ended_by    uuid references person on delete set null,
  token_hash  bytea not null unique,                      -- of the letter's link: the way to appeal for whoever cannot sign in
  appealed_at timestamptz,
  appeal      text check (length(appeal) between 1 and 4000),
  answered_at timestamptz,
  answered_by uuid references person on delete set null,
  upheld      boolean,
  answer      text check (length(answer) <= 2000),
  check ((appealed_at is null) = (appeal is null)),
  check ((answered_at is null) = (upheld is null)),
  check (kind <> 'bar' or event_id is not null or unit_id is not null)
);
create index sanction_barred on sanction (person_id) where kind = 'bar' and ended_at is null;
create index sanction_person on sanction (person_id);
create index sanction_due on sanction (until_at) where ended_at is null and until_at is not null;
create index sanction_appealed on sanction (appealed_at) where appealed_at is not null and answered_at is null;
create index sanction_kept on sanction (set_at) where kept is not null;
create index sanction_report on sanction (report_id) where report_id is not null;
create index sanction_message on sanction (message_id) where message_id is not null;
create index sanction_event on sanction (event_id) where event_id is not null;
create index sanction_unit on sanction (unit_id) where unit_id is not null;
create index sanction_set_by on sanction (set_by) where set_by is not null;
create index sanction_ended_by on sanction (ended_by) where ended_by is not null;
create index sanction_answered_by on sanction (answered_by) where answered_by is not null;

-- Kept beside what every request reads anyway. Set and cleared with the sanctions that they follow from (safety/sanction.actions.ts).
alter table account add column suspended_at timestamptz;
alter table account add column limited_at timestamptz;
alter table person add column hidden_at timestamptz;
