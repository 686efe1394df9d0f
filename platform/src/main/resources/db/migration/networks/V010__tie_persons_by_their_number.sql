-- A person who is the party of a case stands in the network under the trace of the identity number, which meets the person on
-- record who has the same; goods and cases hang there as they do at a firm.
alter table networks.edge drop constraint edge_what_check;
alter table networks.edge add constraint edge_what_check check (what in
    ('RUNS', 'AT', 'SITE', 'CONTACT', 'ABOUT', 'FROM', 'AGAINST', 'PLACE', 'TAKEN', 'TAKEN_FROM', 'IDENTITY'));

-- As before, and what is shared is seen as what is opened is: a tie that it tells is sealed where its other end is. Police who
-- read a referred case learn whom to ask about the lead behind it.
create or replace function networks.sealed_at(nodes bigint[]) returns table (node_id bigint, agency_id bigint)
    language sql stable security definer set search_path = networks, pg_temp
as $$
    with viewer as materialized (
        select access.agency() as agency, access.line() as line, access.scope() as scope,
               access.region_from() as region_from, access.region_to() as region_to, access.is_machine() as machine,
               access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}') as reads,
               networks.opened_keys() as opened)
    select distinct beside.id, beside.agency_id
      from viewer v
     cross join unnest(nodes) wanted (id)
      join node n on n.id = wanted.id
       and (n.agency_id in (0, v.agency) or v.agency = any (n.shared_with) or n.key = any (v.opened)
            or v.scope = 'LINE' and n.line = v.line and n.region between v.region_from and v.region_to
            or v.scope = 'ACROSS' and n.region between v.region_from and v.region_to)
     cross join lateral (
           select n.id, e.agency_id
             from (select a.agency_id, a.line, a.region, a.shared_with, a.told_by, a.target_id as far_id
                     from edge a where a.source_id = n.id and a.told
                   union all
                   select b.agency_id, b.line, b.region, b.shared_with, b.told_by, b.source_id
                     from edge b where b.target_id = n.id and b.told) e
            where e.agency_id not in (0, v.agency)
              and not (v.scope = 'LINE' and e.line = v.line and e.region between v.region_from and v.region_to)
              and not (v.scope = 'ACROSS' and e.region between v.region_from and v.region_to)
              and not ((e.told_by = any (v.opened) or v.agency = any (e.shared_with))
                       and exists (select from node far
                                    where far.id = e.far_id
                                      and (far.agency_id in (0, v.agency) or v.agency = any (far.shared_with)
                                           or far.key = any (v.opened)
                                           or v.scope = 'LINE' and far.line = v.line
                                              and far.region between v.region_from and v.region_to
                                           or v.scope = 'ACROSS' and far.region between v.region_from and v.region_to)))
            limit 500) beside
     where v.reads and not v.machine
$$;
