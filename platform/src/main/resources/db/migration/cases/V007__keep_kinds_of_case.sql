-- A case keeps the kind, in its version, that it was filed as; kinds are files that people add and nobody changes.
create table cases.kind_version (
    kind    text not null check (kind ~ '^[a-z][a-z0-9-]{1,39}$'),
    version integer not null check (version > 0),
    source  text not null check (length(source) between 1 and 100000),
    person  bigint not null,
    name    text not null,
    at      timestamptz not null,
    primary key (kind, version)
);
call access.publish('cases.kind_version', '{REVIEWER,ADMINISTRATOR}');
revoke update, delete on cases.kind_version from ${app};

alter table cases.case_file
    add column kind text not null default '',
    add column kind_version integer not null default 0 check ((kind = '') = (kind_version = 0));
