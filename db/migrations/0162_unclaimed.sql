-- People on an imported list who never come are erased after a year; the day is set when their organisers are told of it, a month before.
alter table person add column erases_on date;
create index person_erases on person (erases_on) where erases_on is not null;
create index person_unclaimed on person (imported_at) where claimed_at is null and merged_into_id is null and imported_at is not null;
