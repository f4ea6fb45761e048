-- Whom someone does not want to meet here. Muted: that person is hidden from them. Blocked: each is hidden from the other, and neither is told.
create table hiding (
  person_id uuid not null references person on delete cascade, -- who wants it so
  other_id  uuid not null references person on delete cascade,
  kind      text not null check (kind in ('mute', 'block')),
  since_at  timestamptz not null,
  primary key (person_id, other_id),
  check (person_id <> other_id)
);
create index hiding_other on hiding (other_id);
