-- Whoever asks to leave is erased a week later; until then they may stay after all.
alter table account add column leaves_at timestamptz;
create index account_leaves on account (leaves_at) where leaves_at is not null;
