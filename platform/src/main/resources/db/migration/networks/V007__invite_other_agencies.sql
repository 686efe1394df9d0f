-- People of other agencies in an operation: invited with a purpose, in by their own agency's word, out again, all of it kept.
-- Who they are is agency, person and role together: whoever changes agency or loses the role is out with it.
create table networks.operation_invitation (
    id              bigint generated always as identity primary key,
    operation_id    bigint not null references networks.operation (id),
    name            text not null,                              -- of the operation, which the invited cannot read yet
    agency_id       bigint not null,                            -- whose operation it is
    asked_agency    bigint not null,
    person_id       bigint,                                     -- theirs alone to answer; null: for who answers for the agency
    person_name     text not null default '',
    purpose         text not null check (purpose <> '' and length(purpose) <= 1000),
    reach           text not null check (reach in ('OPERATION', 'HELD')),
    invited_by      text not null,
    invited_at      timestamptz not null,
    accepted        boolean,                                    -- null: not answered
    answer          text not null default '' check (length(answer) <= 1000),
    answered_person bigint,
    answered_by     text,
    answered_at     timestamptz,
    withdrawn_by    text,
    withdrawn_at    timestamptz,
    check (asked_agency <> agency_id),
    check ((person_id is null) = (person_name = '')),
    check (num_nonnulls(accepted, answered_person, answered_by, answered_at) in (0, 4)),
    check (accepted is distinct from false or answer <> ''),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check (accepted is null or withdrawn_at is null)
);
create index invitation_of_operation on networks.operation_invitation (operation_id, id);
create index invitation_to_agency on networks.operation_invitation (asked_agency, id desc);
create unique index invitation_open on networks.operation_invitation (operation_id, asked_agency, coalesce(person_id, 0))
 where accepted is null and withdrawn_at is null;

alter table networks.operation_member
    add column id            bigint generated always as identity,
    add column agency_id     bigint,
    add column invitation_id bigint references networks.operation_invitation (id),  -- null: of the agency that opened it
    add column joined_at     timestamptz,
    add column ended_at      timestamptz,
    add column ended_by      text,
    add column end_kind      text check (end_kind in ('LEFT', 'TAKEN_OUT', 'CALLED_BACK')),
    add column end_reason    text check (end_reason <> '' and length(end_reason) <= 300),
    add check (num_nonnulls(ended_at, ended_by, end_kind, end_reason) in (0, 4));
update networks.operation_member m
   set agency_id = o.agency_id,
       joined_at = o.opened_on
  from networks.operation o
 where o.id = m.operation_id;
alter table networks.operation_member
    alter column agency_id set not null,
    alter column joined_at set not null,
    drop constraint operation_member_pkey,
    add primary key (id);
create unique index member_once on networks.operation_member (operation_id, person_id) where ended_at is null;

-- What an agency lets the members see of its own: the thing and the ties that it tells, while the operation runs and the
-- agency is in it.
create table networks.operation_opening (
    id           bigint generated always as identity primary key,
    operation_id bigint not null references networks.operation (id),
    node_key     text collate "C" not null,
    agency_id    bigint not null,
    opened_by    text not null,
    opened_at    timestamptz not null,
    closed_by    text,
    closed_at    timestamptz,
    check ((closed_at is null) = (closed_by is null))
);
create unique index opening_once on networks.operation_opening (operation_id, node_key) where closed_at is null;

create or replace function networks.is_member(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select exists (select from operation_member m
                    where m.operation_id = operation and m.person_id = access.person()
                      and m.agency_id = access.agency() and m.ended_at is null)
       and access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}')
$$;
create or replace function networks.leads_operation(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select exists (select from operation o
                    where o.id = operation and o.leader = access.person() and o.agency_id = access.agency())
       and access.has('{POLICE}')
$$;
create or replace function networks.leads_running(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select networks.leads_operation(operation)
       and exists (select from operation o where o.id = operation and o.ended_on is null)
$$;
create function networks.is_running(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select exists (select from operation o where o.id = operation and o.ended_on is null)
$$;
-- Of the agency that opened it, not of one that was invited.
create function networks.is_of_the_house(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select (networks.is_member(operation) or networks.leads_operation(operation))
       and exists (select from operation o where o.id = operation and o.agency_id = access.agency())
$$;
create function networks.joins_by(invitation bigint, operation bigint, agency bigint, person bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select agency = access.agency()
       and networks.is_running(operation)
       and exists (select from operation_invitation i
                    where i.id = invitation and i.operation_id = operation and i.asked_agency = agency
                      and i.accepted and i.answered_person = access.person()
                      and coalesce(i.person_id, person) = person)
$$;

-- Keys of what other agencies in running operations of the viewer let the members see.
create function networks.opened_keys() returns text[]
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select coalesce(array_agg(distinct n.key), '{}')
      from operation_member me
      join operation o on o.id = me.operation_id and o.ended_on is null
      left join operation_invitation i on i.id = me.invitation_id
      join operation_opening opening
        on opening.operation_id = o.id and opening.closed_at is null and opening.agency_id <> me.agency_id
      join node n on n.key = opening.node_key and n.agency_id = opening.agency_id
     where me.person_id = access.person()
       and me.agency_id = access.agency()
       and me.ended_at is null
       and (me.invitation_id is null or i.reach = 'HELD')
       and access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}')
       and exists (select from operation_member theirs
                    where theirs.operation_id = o.id and theirs.agency_id = opening.agency_id and theirs.ended_at is null)
$$;

-- Which agencies keep what the operation holds and the viewer may not see: whom to ask, and nothing else.
create function networks.sealed_in(operation bigint) returns table (agency_id bigint)
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select distinct n.agency_id
      from (select c.node_key from operation_case c where c.operation_id = operation
            union
            select p.node_key from operation_opening p where p.operation_id = operation and p.closed_at is null
            union
            select o.node_key from operation o where o.id = operation) held
      join node n on n.key = held.node_key
     where networks.is_member(operation)
       and n.agency_id not in (0, access.agency())
       and access.agency() <> all (n.shared_with)
       and not (access.scope() = 'LINE' and n.line = access.line()
                and n.region between access.region_from() and access.region_to())
       and not (access.scope() = 'ACROSS' and n.region between access.region_from() and access.region_to())
       and n.key <> all (networks.opened_keys())
$$;

drop policy seen on networks.operation;
create policy seen on networks.operation for select using (
    (select access.is_machine())
    or leader = (select access.person()) and agency_id = (select access.agency()) and (select access.has('{POLICE}'))
    or networks.is_member(id));
drop policy ended on networks.operation;
create policy ended on networks.operation for update
    using (leader = (select access.person()) and agency_id = (select access.agency()) and (select access.has('{POLICE}'))
           and ended_on is null)
    with check (leader = (select access.person()) and ended_on is not null);

-- The invited see what they are to answer, and their side of it later; of the others' invitations they know nothing.
alter table networks.operation_invitation enable row level security;
create policy seen on networks.operation_invitation for select using (
    (select access.is_machine())
    or networks.is_of_the_house(operation_id)
    or asked_agency = (select access.agency())
       and (person_id = (select access.person()) and (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}'))
            or person_id is null and (select access.has('{HEAD,POLICE}'))
            or networks.is_member(operation_id)));
create policy added on networks.operation_invitation for insert with check (
    networks.leads_running(operation_id) and agency_id = (select access.agency()) and accepted is null
    and withdrawn_at is null);
create policy answered on networks.operation_invitation for update
    using (accepted is null and withdrawn_at is null and asked_agency = (select access.agency())
           and networks.is_running(operation_id)
           and (person_id = (select access.person()) and (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}'))
                or person_id is null and (select access.has('{HEAD,POLICE}'))))
    with check (asked_agency = (select access.agency()) and answered_person = (select access.person()));
create policy withdrawn on networks.operation_invitation for update
    using (accepted is null and withdrawn_at is null and networks.leads_running(operation_id))
    with check (agency_id = (select access.agency()) and withdrawn_at is not null);
grant select, insert on networks.operation_invitation to ${app};
grant update (accepted, answer, answered_person, answered_by, answered_at, withdrawn_by, withdrawn_at)
   on networks.operation_invitation to ${app};

drop policy seen on networks.operation_member;
create policy seen on networks.operation_member for select using (
    (select access.is_machine())
    or networks.is_member(operation_id) or networks.leads_operation(operation_id)
    or person_id = (select access.person()) and agency_id = (select access.agency())
    or agency_id = (select access.agency())
       and exists (select from networks.operation_invitation i where i.id = invitation_id));
drop policy added on networks.operation_member;
create policy added on networks.operation_member for insert with check (
    ended_at is null
    and (invitation_id is null and agency_id = (select access.agency()) and networks.leads_running(operation_id)
         or networks.joins_by(invitation_id, operation_id, agency_id, person_id)));
-- One leaves oneself; the leader takes others out; the head of an invited agency calls theirs back. The leader stays.
create policy ended on networks.operation_member for update
    using (ended_at is null and networks.is_running(operation_id)
           and (person_id = (select access.person()) and agency_id = (select access.agency())
                and not networks.leads_operation(operation_id)
                or person_id <> (select access.person()) and networks.leads_running(operation_id)
                or person_id <> (select access.person()) and agency_id = (select access.agency())
                   and invitation_id is not null and (select access.has('{HEAD}'))))
    with check (ended_at is not null
                and (end_kind = 'LEFT') = (person_id = (select access.person()))
                and (end_kind <> 'TAKEN_OUT' or networks.leads_operation(operation_id))
                and (end_kind <> 'CALLED_BACK' or agency_id = (select access.agency()) and (select access.has('{HEAD}'))));
revoke update on networks.operation_member from ${app};
grant update (ended_at, ended_by, end_kind, end_reason) on networks.operation_member to ${app};

-- The invited see of what is held only what they may see anyway or what is opened to them.
drop policy seen on networks.operation_case;
create policy seen on networks.operation_case for select using (
    (select access.is_machine())
    or networks.is_of_the_house(operation_id)
    or networks.is_member(operation_id) and exists (select from networks.node n where n.key = node_key));

alter table networks.operation_opening enable row level security;
create policy seen on networks.operation_opening for select using (
    (select access.is_machine())
    or networks.is_member(operation_id) and exists (select from networks.node n where n.key = node_key));
create policy added on networks.operation_opening for insert with check (
    agency_id = (select access.agency()) and closed_at is null
    and networks.is_member(operation_id) and networks.is_running(operation_id)
    and exists (select from networks.node n where n.key = node_key and n.agency_id = (select access.agency())));
create policy closed on networks.operation_opening for update
    using (closed_at is null and agency_id = (select access.agency()) and networks.is_member(operation_id))
    with check (closed_at is not null and agency_id = (select access.agency()));
grant select, insert on networks.operation_opening to ${app};
grant update (closed_by, closed_at) on networks.operation_opening to ${app};

create policy opened on networks.node for select using (key = any ((select networks.opened_keys())::text[]));
create policy opened on networks.edge for select using (told_by = any ((select networks.opened_keys())::text[]));

-- Which answers to their invitations somebody has taken notice of.
create table networks.answer_seen (
    person_id     bigint not null,
    invitation_id bigint not null references networks.operation_invitation (id),
    primary key (person_id, invitation_id)
);
call access.keep_private('networks.answer_seen');
revoke update, delete on networks.answer_seen from ${app};

-- As before, and what is opened is seen: a tie that it tells is sealed only where its other end is.
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
              and v.agency <> all (e.shared_with)
              and not (v.scope = 'LINE' and e.line = v.line and e.region between v.region_from and v.region_to)
              and not (v.scope = 'ACROSS' and e.region between v.region_from and v.region_to)
              and not (e.told_by = any (v.opened)
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
