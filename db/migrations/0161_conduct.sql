-- How people treat each other in an organisation, in its own words or at an address elsewhere, and to whom somebody turns who does not feel safe.
create table conduct (
  organisation_id uuid primary key references organisation,
  words           text not null default '' check (length(words) <= 20000),
  link            text check (length(link) <= 2000),
  contact_id      uuid references person on delete set null,
  contact_address text check (length(contact_address) <= 254),
  updated_at      timestamptz not null,
  check (words = '' or link is null)
);
create index conduct_contact on conduct (contact_id) where contact_id is not null;
