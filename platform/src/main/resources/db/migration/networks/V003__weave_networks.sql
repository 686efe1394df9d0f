-- What hangs together: things as nodes, ties between them as edges, woven by the machine from what other rooms publish.
-- Shops, firms and what they show everybody are common (agency 0); people, leads and cases are their agency's, and so is
-- every edge that only a record of theirs tells.
create table networks.node (
    id          bigint generated always as identity primary key,
    key         text collate "C" not null unique,               -- shop-17, firm-3, lead-X-2026-000123, case-5, phone-…
    kind        text not null check (kind in
        ('PERSON', 'FIRM', 'SHOP', 'SITE', 'PHONE', 'ACCOUNT', 'ADDRESS', 'LEAD', 'CASE')),
    label       text not null,                                  -- personal data masked
    note        text not null default '',
    place       integer,                                        -- GB/T 2260 code of where it is
    state       text not null default '',                       -- of a lead or a case
    day         date not null,
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}'
);

create table networks.edge (
    id          bigint generated always as identity primary key,
    source_id   bigint not null references networks.node (id),
    target_id   bigint not null references networks.node (id),
    what        text not null check (what in ('RUNS', 'AT', 'SITE', 'CONTACT', 'ABOUT', 'FROM', 'AGAINST', 'PLACE')),
    day         date not null,
    told_by     text collate "C" not null,                      -- key of the record that says so
    told        boolean not null default true,                  -- false: it said so once and does not any more
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    unique (source_id, target_id, what, told_by)
);
create index edge_of_source on networks.edge (source_id, day desc, id desc) where told;
create index edge_of_target on networks.edge (target_id, day desc, id desc) where told;
create index edge_told_by on networks.edge (told_by);

call access.protect('networks.node', '{}');
call access.protect('networks.edge', '{}');
create policy common on networks.node for select using (
    agency_id = 0 and (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}')));
create policy common on networks.edge for select using (
    agency_id = 0 and (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}')));

-- Which agencies have something at these nodes that the viewer may not see: whom to ask, and nothing else. What it is, how
-- much, and whether two nodes have the same behind them is for those agencies to tell.
create function networks.sealed_at(nodes bigint[]) returns table (node_id bigint, agency_id bigint)
    language sql stable security definer set search_path = networks, pg_temp
as $$
    with viewer as materialized (
        select access.agency() as agency, access.line() as line, access.scope() as scope,
               access.region_from() as region_from, access.region_to() as region_to, access.is_machine() as machine,
               access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}') as reads)
    select distinct beside.id, beside.agency_id
      from viewer v
     cross join unnest(nodes) wanted (id)
      join node n on n.id = wanted.id
       and (n.agency_id in (0, v.agency) or v.agency = any (n.shared_with)
            or v.scope = 'LINE' and n.line = v.line and n.region between v.region_from and v.region_to
            or v.scope = 'ACROSS' and n.region between v.region_from and v.region_to)
     cross join lateral (
           select n.id, e.agency_id
             from (select * from edge a where a.source_id = n.id and a.told
                   union all
                   select * from edge b where b.target_id = n.id and b.told) e
            where e.agency_id not in (0, v.agency)
              and v.agency <> all (e.shared_with)
              and not (v.scope = 'LINE' and e.line = v.line and e.region between v.region_from and v.region_to)
              and not (v.scope = 'ACROSS' and e.region between v.region_from and v.region_to)
            limit 500) beside
     where v.reads and not v.machine
$$;
revoke execute on function networks.sealed_at(bigint[]) from public;
grant execute on function networks.sealed_at(bigint[]) to ${app};
