-- As before, but the hosts are read by their key: with thousands of units the old form read them all for each event.
create or replace function refind_events(ids uuid[]) returns void language sql as $$
  delete from event_found_by where event_id = any(ids);
  insert into event_found_by (event_id, unit_ids, starts_at, ends_at, area, words)
  select e.id, hosts.units, e.starts_at, e.ends_at, folded(coalesce(v.area, '')),
         words_of_text(concat_ws(' ', e.title, e.summary, hosts.names, case when e.place_for = 'everyone' then v.name end, v.area))
    from event e
    cross join lateral (
      select array_agg(u.id) as units, string_agg(concat_ws(' ', u.name, case when root.id <> u.id then root.name end, o.code), ' ') as names
        from unnest(array[e.unit_id] || array(select h.unit_id from event_host h where h.event_id = e.id and h.accepted_at is not null and h.declined_at is null and h.ended_at is null)) host (id)
        join unit u on u.id = host.id
        join unit root on root.id = u.organisation_id
        join organisation o on o.id = root.id) hosts
    left join venue v on v.id = e.venue_id
   where e.id = any(ids) and e.published_at is not null;
$$;
