-- Where listings come from, the files they came in, what was taken and what was not, with every row accounted for.
create table intake.source (
    id          bigint generated always as identity primary key,
    code        text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    name        text not null check (name <> '' and length(name) <= 100),
    mapping     jsonb not null default '{}',                    -- field → heading, as last confirmed
    created_at  timestamptz not null,
    version     integer not null default 1,
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    unique (agency_id, code)
);

create table intake.batch (
    id              bigint generated always as identity primary key,
    source_id       bigint not null references intake.source (id),
    channel         text not null check (channel in ('PAGE', 'API', 'FOLDER')),
    file_name       text not null check (file_name <> ''),
    file_bytes      bigint not null check (file_bytes >= 0),
    file_hash       text not null check (file_hash ~ '^[0-9a-f]{64}$'),    -- SHA-256, and its name in the store
    format          text not null,                              -- as recognised: CSV GBK ;
    headings        text[] not null,
    mapping         jsonb not null default '{}',                -- field → heading
    state           text not null check (state in ('UPLOADED', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'WITHDRAWN')),
    total           bigint check (total >= 0),                  -- rows in the file, once counted
    received        bigint not null default 0,
    accepted        bigint not null default 0 check (accepted >= 0),
    rejected        bigint not null default 0 check (rejected >= 0),
    duplicates      bigint not null default 0 check (duplicates >= 0),
    attempts        integer not null default 0,                 -- since the last chunk that went through
    failure_zh      text not null default '',
    failure_en      text not null default '',
    idempotency_key text,
    inbox_path      text,                                       -- where the file lies in the watched folder
    person_id       bigint not null,
    person          text not null,
    received_at     timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    version         integer not null default 1,
    agency_id       bigint not null,
    line            text not null,
    region          integer not null,
    shared_with     bigint[] not null default '{}',
    -- Every row of the file is one of the three: nothing is lost and nothing counted twice.
    constraint every_row_is_accounted_for check (received = accepted + rejected + duplicates),
    constraint no_more_rows_than_there_are check (total is null or received <= total),
    constraint done_means_to_the_end check (state <> 'DONE' or received = total),
    unique (agency_id, idempotency_key)
);
create index batch_of_agency on intake.batch (agency_id, id desc);
create index batch_of_source on intake.batch (source_id, id desc);
create index batch_waiting on intake.batch (id) where state in ('QUEUED', 'RUNNING');
create unique index batch_of_inbox on intake.batch (inbox_path) where inbox_path is not null;

-- One row a version: what was offered on the day stays what it was, because leads and cases rest on it.
create table intake.listing (
    id            bigint generated always as identity primary key,
    source_id     bigint not null references intake.source (id),
    external_id   text not null check (external_id <> '' and length(external_id) <= 200),
    version       integer not null check (version > 0),
    batch_id      bigint not null references intake.batch (id),
    row_number    bigint not null check (row_number > 0),
    content_hash  bytea not null check (length(content_hash) = 32),
    title         text not null check (title <> '' and length(title) <= 500),
    description   text not null,
    price_fen     bigint check (price_fen >= 0),                -- hundredths of the currency's unit
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    category      text not null,
    brand         text not null,
    seller        text not null,
    seller_code   text not null check (seller_code = '' or length(seller_code) = 18),
    platform      text not null,
    url           text not null,
    seller_region integer check (seller_region between 100000 and 999999),
    images        text[] not null,
    seen_at       timestamptz not null,
    agency_id     bigint not null,
    line          text not null,
    region        integer not null,
    shared_with   bigint[] not null default '{}',
    unique (source_id, external_id, version)
);
create index listing_of_batch on intake.listing (batch_id, id);

create table intake.rejection (
    id         bigint generated always as identity primary key,
    batch_id   bigint not null references intake.batch (id),
    row_number bigint not null check (row_number > 0),
    faults     jsonb not null,                                  -- [{field, key, arguments}], at least one
    cells      text[] not null,                                 -- as they came
    raw        text not null
);
create index rejection_of_batch on intake.rejection (batch_id, id);

call access.protect('intake.source', '{OFFICER,ANALYST,PLATFORM}');
call access.protect('intake.batch', '{OFFICER,ANALYST,PLATFORM}');
call access.protect('intake.listing', '{OFFICER,ANALYST,PLATFORM}');
call access.protect_with('intake.rejection', 'intake.batch', 'batch_id', '{OFFICER,ANALYST,PLATFORM}');
grant usage on schema intake to ${app};
