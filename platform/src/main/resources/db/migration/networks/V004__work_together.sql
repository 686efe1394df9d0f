-- People at a network: pairs put off, alerts to those concerned, requests to co-operate, operations of the police.
create table networks.later (
    id        bigint generated always as identity primary key,
    person_id bigint not null,
    source    text collate "C" not null,
    target    text collate "C" not null,
    until     date not null,
    unique (person_id, source, target),
    check (source < target)
);
call access.keep_private('networks.later');

-- Who works on a lead or a case, for alerts; only the machine asks.
create table networks.concerned (
    node_key  text collate "C" not null,
    person_id bigint not null,
    primary key (node_key, person_id)
);
call networks.keep_by_machine('networks.concerned', '{}');

create table networks.alert (
    id        bigint generated always as identity primary key,
    person_id bigint not null,
    lead_key  text collate "C" not null,                        -- what came
    near_key  text collate "C" not null,                        -- their own lead or case, near which it came
    agency_id bigint not null,                                  -- whose lead it is: whom to ask where it may not be seen
    at        timestamptz not null,
    seen_at   timestamptz,
    unique (person_id, lead_key)
);
create index alert_unseen on networks.alert (person_id, id desc) where seen_at is null;
call access.keep_private('networks.alert');
revoke delete on networks.alert from ${app};

create table networks.cooperation (
    id           bigint generated always as identity primary key,
    node_key     text collate "C" not null,
    label        text not null,                                 -- as the asking agency sees the node
    asked_agency bigint not null,
    words        text not null check (words <> '' and length(words) <= 1000),
    asked_by     text not null,
    asked_at     timestamptz not null,
    accepted     boolean,                                       -- null: not answered yet
    answer       text not null default '' check (length(answer) <= 1000),
    answered_by  text,
    answered_at  timestamptz,
    agency_id    bigint not null,
    line         text not null,
    region       integer not null,
    shared_with  bigint[] not null,
    check (asked_agency <> agency_id),
    check (shared_with = array[asked_agency]),
    check ((accepted is null) = (answered_at is null)),
    check (accepted is null or answer <> '')
);
create index cooperation_asked on networks.cooperation (asked_agency, id desc);
create index cooperation_of_agency on networks.cooperation (agency_id, id desc);
-- One open request about one thing to one agency: asked twice, it stands once.
create unique index cooperation_open on networks.cooperation (agency_id, asked_agency, node_key) where accepted is null;
call access.protect('networks.cooperation', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}');
-- It is the asked agency that answers, once.
drop policy changed on networks.cooperation;
create policy answered on networks.cooperation for update
    using ((select access.is_machine())
           or asked_agency = (select access.agency()) and accepted is null
              and (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}')))
    with check ((select access.is_machine()) or asked_agency = (select access.agency()));

-- An operation (专案) on a network is known to its members and to nobody else, whatever their office.
create table networks.operation (
    id        bigint generated always as identity primary key,
    name      text not null check (name <> '' and length(name) <= 60),
    node_key  text collate "C" not null,
    goal      text not null check (length(goal) <= 1000),
    opened_on date not null,
    opened_by text not null,
    leader    bigint not null,
    ended_on  date check (ended_on >= opened_on),
    agency_id bigint not null
);
create table networks.operation_member (
    operation_id bigint not null references networks.operation (id),
    person_id    bigint not null,
    name         text not null,
    primary key (operation_id, person_id)
);
create index member_of_operations on networks.operation_member (person_id, operation_id);
create table networks.operation_case (
    operation_id bigint not null references networks.operation (id),
    node_key     text collate "C" not null,
    primary key (operation_id, node_key)
);

create function networks.is_member(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select exists (select from operation_member m where m.operation_id = operation and m.person_id = access.person())
$$;
create function networks.leads_operation(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select exists (select from operation o where o.id = operation and o.leader = access.person())
$$;
alter table networks.operation enable row level security;
create policy seen on networks.operation for select using (
    (select access.is_machine()) or leader = (select access.person()) or networks.is_member(id));
create policy opened on networks.operation for insert with check (
    (select access.has('{POLICE}')) and leader = (select access.person()) and agency_id = (select access.agency()));
create policy ended on networks.operation for update using (
    leader = (select access.person()) and (select access.has('{POLICE}')));
alter table networks.operation_member enable row level security;
create policy seen on networks.operation_member for select using (
    (select access.is_machine()) or networks.is_member(operation_id) or networks.leads_operation(operation_id));
create policy added on networks.operation_member for insert with check (networks.leads_operation(operation_id));
alter table networks.operation_case enable row level security;
create policy seen on networks.operation_case for select using (
    (select access.is_machine()) or networks.is_member(operation_id) or networks.leads_operation(operation_id));
create policy added on networks.operation_case for insert with check (networks.leads_operation(operation_id));
grant select, insert, update on networks.operation to ${app};
grant usage on sequence networks.operation_id_seq to ${app};
grant select, insert on networks.operation_member, networks.operation_case to ${app};

create index node_called on networks.node (label);
