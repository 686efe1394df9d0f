-- An office whose listing or parcel hangs at another agency's lead is told the number, the agency and the day; the lead itself is
-- seen by its agency and by whom that shares it with.
create function leads.brought(batch bigint) returns boolean
    language sql stable security definer set search_path = leads, pg_temp
as $$
    select exists (select from chunk c
                    where c.batch_id = batch
                      and (c.agency_id = access.agency()
                           or access.scope() = 'LINE' and c.line = access.line()
                              and c.region between access.region_from() and access.region_to()
                           or access.scope() = 'ACROSS' and c.region between access.region_from() and access.region_to()))
$$;
create function leads.joined_by_listing(listing bigint)
    returns table (number text, agency_id bigint, joined_on date)
    language sql stable security definer rows 1 set search_path = leads, pg_temp
as $$
    select l.number, l.agency_id, l.received_on
      from lead l
     where l.listing_id = listing and l.state <> 'CLEARED' and leads.brought(l.batch_id)
$$;
create function leads.joined_by_parcel(first bigint)
    returns table (number text, agency_id bigint, joined_on date)
    language sql stable security definer rows 5 set search_path = leads, pg_temp
as $$
    select l.number, l.agency_id, min((p.attached_at at time zone 'Asia/Shanghai')::date)
      from parcel p
      join lead l on l.id = p.lead_id
     where p.first_id = first and leads.brought((p.facts ->> 'batch')::bigint)
     group by l.number, l.agency_id
     order by l.number
$$;
-- How many leads of which agencies a file came to; the viewer's own are counted elsewhere.
create function leads.joined_of_batch(batch bigint) returns table (agency_id bigint, leads bigint)
    language sql stable security definer rows 20 set search_path = leads, pg_temp
as $$
    select held.agency_id, count(*)
      from (select l.id, l.agency_id from lead l where l.batch_id = batch and l.state <> 'CLEARED'
            union
            select l.id, l.agency_id
              from parcel p
              join lead l on l.id = p.lead_id
             where (p.facts ->> 'batch')::bigint = batch) held
     where (select leads.brought(batch)) and held.agency_id <> access.agency()
     group by held.agency_id
     order by 2 desc, 1
     limit 20
$$;
-- For the agency whose lead it is: which other offices brought in what hangs there, so that it can share the lead with them.
create function leads.brought_by(lead_number text) returns table (agency_id bigint)
    language sql stable security definer rows 2 set search_path = leads, pg_temp
as $$
    select distinct c.agency_id
      from lead l
      join chunk c
        on c.batch_id = l.batch_id
        or c.batch_id in (select (p.facts ->> 'batch')::bigint from parcel p where p.lead_id = l.id)
     where l.number = lead_number and l.agency_id = access.agency() and c.agency_id <> l.agency_id
     order by 1
$$;

-- What was shared by the arrival alone is not any more. An agency whose lead it once was goes on seeing it.
update leads.lead l
   set shared_with = array(
           select other
             from unnest(l.shared_with) other
            where other is not distinct from l.transferred_from
               or exists (select from leads.transfer t where t.lead_id = l.id and t.to_agency = other)
               or not exists (select from leads.chunk c
                               where c.agency_id = other
                                 and (c.batch_id = l.batch_id
                                      or c.batch_id in (select (p.facts ->> 'batch')::bigint
                                                          from leads.parcel p where p.lead_id = l.id))))
 where l.shared_with <> '{}' and l.state <> 'CLEARED';
