-- The first change that those who answered have not been told of yet: what follows within minutes goes into the same letter.
alter table event add column untold_change_id uuid;
