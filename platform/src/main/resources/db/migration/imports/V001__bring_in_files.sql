-- Files that someone brings into a register: what was taken, what was not and why. One person's own things.
create table imports.batch (
    id          bigint generated always as identity primary key,
    person_id   bigint not null,
    target      text not null,
    file_name   text not null,
    content     bytea not null,
    mapping     jsonb not null default '{}',      -- field → heading
    state       text not null check (state in ('UPLOADED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED')),
    message     text not null default '',
    done_row    bigint not null default 0,        -- number of the last row that was dealt with
    received    bigint not null default 0,
    accepted    bigint not null default 0,
    duplicates  bigint not null default 0,
    rejected    bigint not null default 0,
    received_at timestamptz not null,
    ended_at    timestamptz,
    check (received = accepted + duplicates + rejected)
);
create index batch_of_person on imports.batch (person_id, id);
create table imports.reject (
    batch_id  bigint not null references imports.batch (id),
    person_id bigint not null,
    row       bigint not null,
    faults    jsonb not null,                     -- [{field, key, arguments}]
    cells     jsonb not null,
    primary key (batch_id, row)
);
call access.keep_private('imports.batch');
call access.keep_private('imports.reject');
grant usage on schema imports to ${app};
