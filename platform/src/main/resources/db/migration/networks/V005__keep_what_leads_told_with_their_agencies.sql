-- A tie by a phone or an account that only leads told is known to the agencies whose leads told it of both, and to no other.
alter table networks.contact add column agency_id bigint not null default 0;
alter table networks.tie add column known_to bigint[];          -- null: by what everybody at work may see
drop policy seen on networks.tie;
create policy seen on networks.tie for select using (
    (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}'))
    and (known_to is null or (select access.agency()) = any (known_to)));
