-- Entries are written in the transaction of the deed; one sealer chains them later in the order of transactions,
-- so that writers never wait for each other.
create table audit.entry (
    id         bigint generated always as identity primary key,
    written_in xid8 not null default pg_current_xact_id(),
    at         timestamptz not null,
    day        date not null,
    person_id  bigint not null,
    person     text not null,
    agency_id  bigint not null,
    line       text not null,
    region     integer not null,
    deed       text not null check (deed <> ''),
    object     text not null check (object <> ''),
    object_id  text not null,
    reason     text not null,
    facts      jsonb not null
);
create index entry_unsealed on audit.entry (written_in, id);
create index entry_of_object on audit.entry (object, object_id, id);
create index entry_of_agency on audit.entry (agency_id, id);
create index entry_of_person on audit.entry (person_id, id);

create table audit.link (
    sequence bigint primary key check (sequence > 0),
    entry_id bigint not null unique references audit.entry (id),
    hash     bytea not null check (length(hash) = 32)
);

alter table audit.entry enable row level security;
create policy seen on audit.entry for select using (
    (select access.is_machine())
    or person_id = (select access.person())
    or (agency_id = (select access.agency()) and (select access.has('{HEAD,REVIEWER,OFFICER,ADMINISTRATOR,AUDITOR}')))
    or ((select access.has('{AUDITOR}'))
        and region between (select access.region_from()) and (select access.region_to())));
create policy added on audit.entry for insert with check (
    (select access.is_machine())
    or (person_id = (select access.person()) and agency_id = (select access.agency())));
alter table audit.link enable row level security;
create policy sealed on audit.link using ((select access.is_machine())) with check ((select access.is_machine()));
create policy seen on audit.link for select using ((select access.has('{AUDITOR}')));

grant usage on schema audit to ${app};
grant select, insert on audit.entry to ${app};
grant select, insert on audit.link to ${app};
