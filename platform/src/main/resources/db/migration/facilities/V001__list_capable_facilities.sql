-- 能力名录: who can destroy what, and how. Everybody may read it, signed in or not; a change is a new version.
create table facilities.facility (
    id   bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[0-9A-Z]{18}$')     -- 统一社会信用代码
);

create table facilities.version (
    facility_id bigint not null references facilities.facility (id),
    n           integer not null check (n > 0),
    name        text not null check (name <> ''),
    region      integer not null,
    address     text not null check (address <> ''),
    abilities   text[] not null check (cardinality(abilities) > 0),   -- material:method
    valid_from  date not null,
    valid_to    date not null check (valid_to >= valid_from),
    note        text not null default '',
    reason      text not null default '',                             -- why it was changed
    at          timestamptz not null,
    person_id   bigint not null,
    person      text not null check (person <> ''),
    primary key (facility_id, n)
);

create view facilities.current with (security_invoker = true) as
select distinct on (v.facility_id) v.*, f.code
  from facilities.version v
  join facilities.facility f on f.id = v.facility_id
 order by v.facility_id, v.n desc;

alter table facilities.facility enable row level security;
alter table facilities.version enable row level security;
create policy seen on facilities.facility for select using (true);
create policy seen on facilities.version for select using (true);
create policy added on facilities.facility for insert with check ((select access.has('{ADMINISTRATOR}')));
create policy added on facilities.version for insert
    with check ((select access.has('{ADMINISTRATOR}'))
        and ((select access.is_machine()) or person_id = (select access.person())));
grant usage on schema facilities to ${app};
grant select, insert on facilities.facility, facilities.version to ${app};
grant select on facilities.current to ${app};
