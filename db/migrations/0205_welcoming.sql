-- What somebody would do for others at any meet-up they come to; seen by its organisers, who may ask them.
alter table person add column welcomes text[] not null default '{}' check (welcomes <@ array['newcomers', 'table']);

-- One person's part in making others welcome at one event: they offer it, or organisers ask, and they agree or decline. Introductions and tables are
-- planned around those who have agreed.
create table welcoming (
  event_id    uuid not null references event on delete cascade,
  person_id   uuid not null references person on delete cascade,
  kind        text not null check (kind in ('newcomers', 'table')), -- meets newcomers at the door; hosts a table
  offered_at  timestamptz,                                -- for this event, beside what they would do at any
  asked_at    timestamptz,
  asked_by    uuid references person on delete set null,
  note        text not null default '' check (length(note) <= 500), -- where and when, in the asker's words
  agreed_at   timestamptz,
  declined_at timestamptz,                                -- known to the asker alone; nobody can ask again
  is_shown    boolean not null default false,             -- to those who see who comes
  primary key (event_id, person_id, kind),
  check (agreed_at is null or declined_at is null and asked_at is not null)
);
create index welcoming_person on welcoming (person_id);
create index welcoming_asked_by on welcoming (asked_by) where asked_by is not null;
