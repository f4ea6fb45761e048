alter table venue
  add column lift_cm    int check (lift_cm between 40 and 500), -- the narrowest part of the way in; null: there is no lift, or nobody has said
  add column offered_at timestamptz;                            -- since when organisers of other organisations may choose it; null: kept to its own
create index venue_name on venue (name collate "unicode", id);
create index event_venue on event (venue_id, starts_at) where venue_id is not null;
create index change_venue on change ((about ->> 'venueId'), id) where kind like 'venue.%';
