-- What an organisation or unit said before and after a change, where that is no secret. The log of changes holds no text; this stands beside it.
create table unit_value_was (
  change_id uuid not null,
  unit_id uuid not null references unit on delete cascade,
  field text not null check (field in ('name', 'area', 'joinPolicy', 'code', 'line', 'zone', 'onlineOnly', 'website')),
  was text not null,
  now text not null,
  primary key (change_id, field)
);
-- For the log of one unit: what people do there (join, leave, answer) is most of the table, and no part of that.
create index change_unit_log on change (unit_id, id) where kind ~ '^(organisation|unit|organiser|conduct|import|list)[.]';
