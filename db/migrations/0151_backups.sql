-- Each scheduled backup that was begun, whatever became of it.
create table backup_run (
  id uuid primary key default uuidv7(),
  name text not null,
  place text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  failed_at timestamptz,
  problem text,
  byte_count bigint,
  row_count bigint,
  check (finished_at is null or failed_at is null)
);
create index backup_run_started on backup_run (started_at);

-- Each time a backup was restored into a place of its own, to see that it can be.
create table backup_drill (
  id uuid primary key default uuidv7(),
  name text not null,
  made_at timestamptz not null,
  row_count bigint not null,
  drilled_at timestamptz not null
);
create index backup_drill_at on backup_drill (drilled_at);
