-- An operation stays as it was opened: its leader ends it, once, and takes in people and cases only while it runs.
revoke update on networks.operation from ${app};
grant update (ended_on) on networks.operation to ${app};

drop policy ended on networks.operation;
create policy ended on networks.operation for update
    using (leader = (select access.person()) and (select access.has('{POLICE}')) and ended_on is null)
    with check (leader = (select access.person()) and ended_on is not null);

create or replace function networks.leads_running(operation bigint) returns boolean
    language sql stable security definer set search_path = networks, pg_temp
as $$
    select exists (select from operation o
                    where o.id = operation and o.leader = access.person() and o.ended_on is null)
       and access.has('{POLICE}')
$$;
drop policy added on networks.operation_member;
create policy added on networks.operation_member for insert with check (networks.leads_running(operation_id));
drop policy added on networks.operation_case;
create policy added on networks.operation_case for insert with check (networks.leads_running(operation_id));
