-- Who there is: regions, agencies as dated records (names, parents and powers change), people and their roles.
create table agencies.region (
    code      integer primary key check (code between 100000 and 999999), -- GB/T 2260
    name      text not null,
    name_en   text not null,
    parent    integer references agencies.region (code),
    level     text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY'))
);
create index region_of_parent on agencies.region (parent, code);

create table agencies.agency_type (
    code      text primary key check (code ~ '^[a-z][a-z-]*$'),
    line      text not null,                                    -- 系统: who may see whom upwards
    name      text not null,
    name_en   text not null,
    kind      text not null check (kind in
        ('ENFORCEMENT', 'COORDINATION', 'POLICE', 'PROCURATORATE', 'COURT', 'ADMINISTRATION', 'PLATFORM', 'RIGHTS_HOLDER')),
    scope     text not null check (scope in ('OWN', 'LINE', 'ACROSS')),
    -- where the seed names it, so that a reader finds the source
    source    text not null
);

create table agencies.agency (
    id        bigint generated always as identity primary key,
    code      text not null unique,                             -- stable name for imports: market-330106
    type      text not null references agencies.agency_type (code)
);

-- One agency over time: what it was called, under whom it stood and what it could do on a day.
create table agencies.agency_record (
    id         bigint generated always as identity primary key,
    agency_id  bigint not null references agencies.agency (id),
    from_day   date not null,
    to_day     date check (to_day >= from_day),                 -- last day, null: still so
    name       text not null check (name <> ''),
    name_en    text not null,
    short_name text not null,                                   -- 字号 for document numbers: 杭西市监
    parent_id  bigint references agencies.agency (id),
    region     integer not null references agencies.region (code),
    powers     text[] not null default '{}',
    ground     text not null default '',                        -- why it changed
    version    integer not null default 1,
    exclude using gist (agency_id with =, daterange(from_day, to_day, '[]') with &&)
);
create index agency_record_of_region on agencies.agency_record (region);
create index agency_record_of_parent on agencies.agency_record (parent_id);

create table agencies.person (
    id          bigint generated always as identity primary key,
    sign_in     text not null unique check (sign_in ~ '^[a-z0-9][a-z0-9.@_-]{1,63}$'),
    name        text not null check (name <> ''),
    name_latin  text not null default '',
    licence     text not null default '',                       -- 执法证号
    active      boolean not null default true,
    agency_id   bigint not null references agencies.agency (id),
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    version     integer not null default 1
);
create index person_of_agency on agencies.person (agency_id, id);

create table agencies.person_role (
    person_id bigint not null references agencies.person (id),
    role      text not null check (role in ('OFFICER', 'REVIEWER', 'HEAD', 'ANALYST', 'POLICE', 'PROSECUTOR',
        'COURT_CLERK', 'PLATFORM', 'RIGHTS_HOLDER', 'AUDITOR', 'ADMINISTRATOR')),
    primary key (person_id, role)
);

create table agencies.credential (
    person_id    bigint primary key references agencies.person (id),
    hash         text not null,                                 -- Argon2id
    must_change  boolean not null default false,
    failures     integer not null default 0 check (failures >= 0),
    locked_until timestamptz,
    changed_at   timestamptz not null
);

call access.publish('agencies.region', '{}');
call access.publish('agencies.agency_type', '{}');
call access.publish('agencies.agency', '{ADMINISTRATOR}');
call access.publish('agencies.agency_record', '{ADMINISTRATOR}');
call access.protect('agencies.person', '{ADMINISTRATOR}');

-- An administrator keeps the people of the own line, or across lines where the office coordinates, down to the county.
create policy administered on agencies.person
    using ((select access.has('{ADMINISTRATOR}'))
           and region between (select access.region_from()) and (select access.region_to())
           and ((select access.scope()) = 'ACROSS' or line = (select access.line())))
    with check ((select access.has('{ADMINISTRATOR}'))
           and region between (select access.region_from()) and (select access.region_to())
           and ((select access.scope()) = 'ACROSS' or line = (select access.line())));

alter table agencies.person_role enable row level security;
create policy seen on agencies.person_role for select using (
    (select access.is_machine()) or exists (select from agencies.person p where p.id = person_id));
create policy given on agencies.person_role using (
    (select access.has('{ADMINISTRATOR}')) and exists (select from agencies.person p where p.id = person_id))
    with check ((select access.has('{ADMINISTRATOR}')) and exists (select from agencies.person p where p.id = person_id));
grant select, insert, delete on agencies.person_role to ${app};

alter table agencies.credential enable row level security;
create policy own on agencies.credential using (
    (select access.is_machine())
    or person_id = (select access.person())
    or ((select access.has('{ADMINISTRATOR}')) and exists (select from agencies.person p where p.id = person_id)))
    with check (
    (select access.is_machine())
    or person_id = (select access.person())
    or ((select access.has('{ADMINISTRATOR}')) and exists (select from agencies.person p where p.id = person_id)));
grant select, insert, update on agencies.credential to ${app};

-- Sessions are the framework's; they hold who signed in, no business data.
create table agencies.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index session_expiry on agencies.session (expiry_time);
create index session_principal on agencies.session (principal_name);
create table agencies.session_attributes (
    session_primary_id char(36) not null references agencies.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on agencies.session, agencies.session_attributes to ${app};
grant usage on schema agencies to ${app};
