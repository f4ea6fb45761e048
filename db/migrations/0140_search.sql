-- What people, events and units are found by. Derived from their own rows by the triggers below, in the same transaction: a name that was changed
-- or erased is no longer found, and nobody has to remember to tell the search.

-- Words as they are compared: small letters without accents, apostrophes or points, one space between them. Scripts that are written without
-- spaces between words stand letter by letter, so that a part of a name is a row of whole words here. Collations are named since a server that
-- is not ours may have any other.
create function folded(words text) returns text language sql immutable strict parallel safe
return trim(regexp_replace(
  case when words ~ '^[ -~]*$' then lower(replace(words, '''', '') collate "pg_unicode_fast")
  else regexp_replace(
         lower(public.unaccent('public.unaccent'::regdictionary, normalize(regexp_replace(
           normalize(lower(words collate "pg_unicode_fast"), nfkd),
           '[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u0640\u0e47-\u0e4e''’ʼ‘]', '', 'g'), nfc)) collate "pg_unicode_fast"),
         '([\u0e01-\u0e4e\u0e80-\u0edf\u1000-\u109f\u1780-\u17dd\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g')
  end,
  '[^[:alnum:]\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]+', ' ', 'g'));

-- Who can be found where. `scope_id` is a unit of which they are a member now; or, for somebody with an account, they themselves, for those who
-- know them from elsewhere. The key is the order of a list of people found, so that a page of it is read, never sorted.
-- Without foreign keys: an import writes some hundred thousand rows, and the triggers on the tables above it keep it true.
create table person_found_by (
  scope_id uuid not null,
  is_claimed boolean not null,
  words text collate "C" not null,
  person_id uuid not null,
  primary key (scope_id, is_claimed, words, person_id)
);
create index person_found_by_person on person_found_by (person_id);

create table event_found_by (
  event_id uuid primary key references event on delete cascade,
  unit_ids uuid[] not null, -- its hosts
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  area text not null,
  words text not null,
  lexemes tsvector not null generated always as (array_to_tsvector(string_to_array(trim(words), ' '))) stored
);
create index event_found_by_lexemes on event_found_by using gin (lexemes) with (fastupdate = off);
create index event_found_by_starts on event_found_by (starts_at, event_id);

create table unit_found_by (
  unit_id uuid primary key references unit on delete cascade,
  area text not null,
  words text not null,
  lexemes tsvector not null generated always as (array_to_tsvector(string_to_array(trim(words), ' '))) stored
);
create index unit_found_by_lexemes on unit_found_by using gin (lexemes) with (fastupdate = off);

-- Each word once, to guess what a misspelt one was meant to be. Learnt every hour; what it suggests is looked for again, with the eyes of
-- whoever asked, before it is shown.
create table known_word (
  word text collate "C" primary key
);
create index known_word_like on known_word using gin (word gin_trgm_ops) with (fastupdate = off);

-- A name from each of its words on, and from its first straight to its last: "ann mary lee" is found by "ann m", "mary le", "lee ann" and "ann le".
-- A handle is found from its start.
-- `for_members`: a handle that is for the members of shared networks alone. One that is for fewer is not found at all.
create function turns_of_people(ids uuid[]) returns table (person_id uuid, is_claimed boolean, for_members boolean, words text) language sql stable as $$
  with named as (
    select p.id, p.claimed_at is not null as is_claimed, false as for_members, string_to_array(folded(n.name), ' ') as w, n.is_name
      from person p
      cross join lateral (values (p.name, true), (p.latin_name, true), (p.known_by, false)) n (name, is_name)
     where p.id = any(ids) and p.merged_into_id is null and n.name is not null
    union all
    select p.id, p.claimed_at is not null, h.audience = 'networks', string_to_array(folded(regexp_replace(h.value, '^https?://(www\.)?', '')), ' '), false
      from handle h
      join person p on p.id = h.person_id
     where h.person_id = any(ids) and h.audience in ('everyone', 'networks') and p.merged_into_id is null)
  select distinct id, is_claimed, for_members, left(case when i > cardinality(w) then w[1] || ' ' || w[cardinality(w)] else array_to_string(w[i:] || w[:i - 1], ' ') end, 120)
    from named,
         generate_series(1, case when is_name then least(cardinality(w), 8) + (cardinality(w) > 2)::int else least(cardinality(w), 1) end) i
$$;

create function refind_people(ids uuid[]) returns void language sql as $$
  delete from person_found_by where person_id = any(ids);
  insert into person_found_by (scope_id, is_claimed, words, person_id)
  with turns as materialized (select * from turns_of_people(ids))
  select m.unit_id, t.is_claimed, t.words, t.person_id from turns t join membership m on m.person_id = t.person_id and m.ends_on is null
  union
  select t.person_id, t.is_claimed, t.words, t.person_id from turns t where t.is_claimed and not t.for_members;
$$;

create function person_refound() returns trigger language plpgsql as $$
begin
  perform refind_people(array[new.id]);
  return null;
end $$;
create trigger person_made_found after insert on person for each row when (new.claimed_at is not null) execute function person_refound();
create trigger person_refound after update of name, latin_name, known_by, claimed_at, merged_into_id on person for each row
  when ((old.name, old.latin_name, old.known_by, old.claimed_at is null, old.merged_into_id) is distinct from (new.name, new.latin_name, new.known_by, new.claimed_at is null, new.merged_into_id))
  execute function person_refound();

-- Whoever is erased takes the words along that are theirs alone, as far as those around them tell; the next hour learns again what others still use.
create function person_unfound() returns trigger language plpgsql as $$
begin
  delete from known_word k
   using person_found_by f
   where f.person_id = old.id
     and k.word = split_part(f.words, ' ', 1)
     and not exists (select from person_found_by other
                      where other.scope_id = f.scope_id and other.person_id <> old.id
                        and (other.words = k.word or other.words >= k.word || ' ' and other.words < k.word || '!'));
  delete from person_found_by where person_id = old.id;
  return old;
end $$;
create trigger person_unfound before delete on person for each row execute function person_unfound();

create function handle_refound() returns trigger language plpgsql as $$
begin
  perform refind_people(array[coalesce(new.person_id, old.person_id)]);
  return null;
end $$;
create trigger handle_refound after insert or delete or update of value, audience on handle for each row execute function handle_refound();

create function members_found() returns trigger language plpgsql as $$
begin
  insert into person_found_by (scope_id, is_claimed, words, person_id)
  with ids as (select array_agg(distinct person_id) as ids from joined where ends_on is null),
  turns as materialized (select t.* from ids, turns_of_people(ids.ids) t)
  select distinct j.unit_id, t.is_claimed, t.words, t.person_id
    from joined j
    join turns t on t.person_id = j.person_id
   where j.ends_on is null
  on conflict do nothing; -- a person made in the same statement has found it already
  return null;
end $$;
create trigger members_found after insert on membership referencing new table as joined for each statement execute function members_found();

create function members_unfound() returns trigger language plpgsql as $$
begin
  delete from person_found_by f using gone g where f.person_id = g.person_id and f.scope_id = g.unit_id;
  return null;
end $$;
create trigger members_unfound after delete on membership referencing old table as gone for each statement execute function members_unfound();

create function members_refound() returns trigger language plpgsql as $$
begin
  perform refind_people(ids) from (select array_agg(distinct person_id) as ids from (
    (select id, person_id, unit_id, ends_on is null from before except select id, person_id, unit_id, ends_on is null from later)
    union all
    (select id, person_id, unit_id, ends_on is null from later except select id, person_id, unit_id, ends_on is null from before)) differing) one
   where ids is not null;
  return null;
end $$;
create trigger members_refound after update on membership referencing old table as before new table as later for each statement execute function members_refound();

-- "meet-up" is found by "meet", "up" and "meetup".
create function words_of_text(text) returns text language sql immutable strict parallel safe as $$
  select ' ' || trim(folded($1) || case when $1 like '%-%' then ' ' || folded(array_to_string(array(select replace(part[1], '-', '') from regexp_matches($1, '\S+-\S+', 'g') part), ' ')) else '' end) || ' '
$$;

-- A place that is told only to those coming is not found by its name; the town always is.
create function refind_events(ids uuid[]) returns void language sql as $$
  delete from event_found_by where event_id = any(ids);
  insert into event_found_by (event_id, unit_ids, starts_at, ends_at, area, words)
  select e.id, hosts.units, e.starts_at, e.ends_at, folded(coalesce(v.area, '')),
         words_of_text(concat_ws(' ', e.title, e.summary, hosts.names, case when e.place_for = 'everyone' then v.name end, v.area))
    from event e
    cross join lateral (
      select array_agg(u.id) as units, string_agg(concat_ws(' ', u.name, case when root.id <> u.id then root.name end, o.code), ' ') as names
        from unit u
        join unit root on root.id = u.organisation_id
        join organisation o on o.id = root.id
       where u.id = e.unit_id
          or u.id in (select h.unit_id from event_host h where h.event_id = e.id and h.accepted_at is not null and h.declined_at is null and h.ended_at is null)) hosts
    left join venue v on v.id = e.venue_id
   where e.id = any(ids) and e.published_at is not null;
$$;

create function event_refound() returns trigger language plpgsql as $$
begin
  perform refind_events(array[new.id]);
  return null;
end $$;
create trigger event_found after insert on event for each row when (new.published_at is not null) execute function event_refound();
create trigger event_refound after update of title, summary, unit_id, venue_id, place_for, starts_at, ends_at, published_at on event for each row
  when ((old.title, old.summary, old.unit_id, old.venue_id, old.place_for, old.starts_at, old.ends_at, old.published_at is null) is distinct from (new.title, new.summary, new.unit_id, new.venue_id, new.place_for, new.starts_at, new.ends_at, new.published_at is null))
  execute function event_refound();

create function hosting_refound() returns trigger language plpgsql as $$
begin
  perform refind_events(array[coalesce(new.event_id, old.event_id)]);
  return null;
end $$;
create trigger hosting_refound after insert or update or delete on event_host for each row execute function hosting_refound();

create function venue_refound() returns trigger language plpgsql as $$
begin
  perform refind_events(array(select id from event where venue_id = new.id));
  return null;
end $$;
create trigger venue_refound after update of name, area on venue for each row when ((old.name, old.area) is distinct from (new.name, new.area)) execute function venue_refound();

create function refind_units(ids uuid[]) returns void language sql as $$
  delete from unit_found_by where unit_id = any(ids);
  insert into unit_found_by (unit_id, area, words)
  select u.id, folded(coalesce(u.area, '')), words_of_text(concat_ws(' ', u.name, u.summary, u.area, o.code, case when root.id <> u.id then root.name end))
    from unit u
    join unit root on root.id = u.organisation_id
    join organisation o on o.id = u.organisation_id
   where u.id = any(ids) and u.closed_at is null;
$$;

create function events_of(host uuid) returns uuid[] language sql stable as $$
  select array(select e.id from event e join unit u on u.id = e.unit_id where host in (u.id, u.organisation_id)
               union select h.event_id from event_host h join unit u on u.id = h.unit_id where host in (u.id, u.organisation_id))
$$;

-- Units and events carry the name of their organisation.
create function unit_refound() returns trigger language plpgsql as $$
begin
  perform refind_units(array(select id from unit where new.id = any(path)));
  if tg_op = 'UPDATE' and old.name <> new.name then
    perform refind_events(events_of(new.id));
  end if;
  return null;
end $$;
create trigger unit_found after insert on unit for each row execute function unit_refound();
create trigger unit_refound after update of name, summary, area, closed_at on unit for each row
  when ((old.name, old.summary, old.area, old.closed_at is null) is distinct from (new.name, new.summary, new.area, new.closed_at is null))
  execute function unit_refound();

create function code_refound() returns trigger language plpgsql as $$
begin
  perform refind_units(array(select id from unit where organisation_id = new.id));
  perform refind_events(events_of(new.id));
  return null;
end $$;
create trigger code_refound after update of code on organisation for each row when (old.code <> new.code) execute function code_refound();

-- What is here already.
select refind_people(array(select id from person));
select refind_events(array(select id from event));
select refind_units(array(select id from unit));
