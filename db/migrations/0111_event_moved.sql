-- A published event that moved to another day says which it was; those who answered before `asks_again_at` are asked whether the new one suits them.
alter table event add column was_starts_at timestamptz;
alter table event add column asks_again_at timestamptz;
