-- Organisations that hold meet-ups together or have people in common, worked out each night: nobody waits for it, and counting tens of thousands of
-- memberships is nothing for a page. People are told only in fives, rounded down, and none below five: so few would point at somebody.
create table organisation_friend (
  organisation_id uuid not null references organisation on delete cascade,
  friend_id       uuid not null references organisation on delete cascade,
  shared_members  int not null check (shared_members >= 0 and shared_members % 5 = 0),
  shared_events   int not null check (shared_events >= 0),
  primary key (organisation_id, friend_id),
  check (shared_members > 0 or shared_events > 0)
);
create index organisation_friend_friend on organisation_friend (friend_id);
