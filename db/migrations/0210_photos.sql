-- A photo on somebody's sticker, cut square and drawn anew in two sizes. What came is not kept: it may hold where and when it was taken.
create table photo (
  person_id uuid primary key references person on delete cascade,
  key text not null unique check (key ~ '^[0-9a-f]{32}$'), -- made from the picture and its owner, and part of its address: another photo has another
  words text not null default '' check (length(words) <= 200), -- for those who do not see it; empty: the name says it
  large bytea not null check (octet_length(large) <= 400000),
  small bytea not null check (octet_length(small) <= 40000),
  added_at timestamptz not null
);
-- The same key again, where every list of people reads it without a join. The two are written together only (src/people/photo.actions.ts).
alter table person add column photo_key text;
