-- Official documents as issued, frozen by their hash (the bytes lie in the data folder), and the series of their numbers.
create table documents.series (
    agency_id   bigint not null,
    word        text not null check (word <> ''),               -- 文种 within the number: 案, 罚告, 罚
    year        integer not null check (year between 2000 and 2200),
    last        integer not null check (last >= 0),
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    primary key (agency_id, word, year)
);

create table documents.document (
    id          bigint generated always as identity primary key,
    object      text not null check (object <> ''),             -- kind of thing it belongs to: case
    object_id   bigint not null,
    kind        text not null check (kind ~ '^[a-z-]+$'),       -- its template
    number      text not null,                                  -- empty for a document that carries none
    title       text not null check (title <> ''),
    sha256      bytea not null check (length(sha256) = 32),
    size        integer not null check (size > 0),
    pages       integer not null check (pages > 0),
    issued_on   date not null,
    issued_at   timestamptz not null,
    issued_by   bigint not null,
    issuer      text not null,
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}'
);
create unique index document_number on documents.document (agency_id, number) where number <> '';
create index document_of_object on documents.document (object, object_id, id);
create index document_of_agency on documents.document (agency_id, id);
create index document_of_region on documents.document (region, id);

call access.protect('documents.series', '{OFFICER,REVIEWER,HEAD}');
call access.protect('documents.document', '{OFFICER,REVIEWER,HEAD}');
-- Issued is issued: neither the text nor the number of a document is changed afterwards.
drop policy changed on documents.document;
grant usage on schema documents to ${app};
