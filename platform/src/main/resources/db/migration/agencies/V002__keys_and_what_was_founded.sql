-- Keys for programs of a person, and which seed was brought in, so that a start does not read it again.
create table agencies.api_key (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references agencies.person (id),
    name       text not null check (name <> ''),
    hash       bytea not null unique,              -- SHA-256 of the key; the key itself is shown once and not kept
    created_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);
call access.keep_private('agencies.api_key');

create table agencies.founding (
    seed    text primary key,
    hash    text not null
);
call access.publish('agencies.founding', '{}');

create policy administered_by_region on agencies.agency_record for update
    using ((select access.has('{ADMINISTRATOR}'))
           and region between (select access.region_from()) and (select access.region_to()));
