-- Whose an entry is was copied from the duty as the entry's own statement saw it: a change of owners not yet committed was
-- missed, and the change missed the entry, so that the new owner's ledger lacked it. The duty now stays as it is until the
-- entry is committed.
create or replace function duties.say_whose() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
begin
    select d.agency_id, d.region into new.agency_id, new.region from duty d where d.id = new.duty_id for share;
    return new;
end
$$;

-- Entries that such a change had passed by.
insert into duties.missed_of (whom, id, due_on, missed_id)
select distinct whose.whom, whose.id, m.due_on, m.id
  from duties.missed m
  join duties.duty d on d.id = m.duty_id
 cross join lateral (select 'PERSON', unnest(d.owners) union all select 'AGENCY', unnest(d.shared_with)) as whose (whom, id)
    on conflict do nothing;
delete from duties.missed_of o
 using duties.missed m, duties.duty d
 where m.id = o.missed_id
   and d.id = m.duty_id
   and not case o.whom when 'PERSON' then d.owners else d.shared_with end @> array[o.id];
