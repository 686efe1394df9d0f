-- What a person worded otherwise than the machine 改稿: kept until the document is issued (document_id is null), and with
-- it from then on. Texts name people: sealed.
create table documents.wording (
    id          bigint generated always as identity primary key,
    object      text not null check (object <> ''),
    object_id   bigint not null,
    name        text not null check (name <> ''),               -- of the object, for people: a case number
    address     text not null check (address ~ '^/'),           -- where the work on it goes on
    kind        text not null check (kind ~ '^[a-z-]+$'),       -- template
    title       text not null check (title <> ''),
    passages    integer not null check (passages >= 0),         -- how many were worded otherwise
    sealed      bytea not null,
    person_id   bigint not null,
    person      text not null,
    at          timestamptz not null,
    document_id bigint references documents.document (id),
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}'
);
create unique index wording_to_be_issued on documents.wording (object, object_id, kind, title) where document_id is null;
create index wording_of_agency on documents.wording (agency_id, id) where document_id is null and passages > 0;
create index wording_of_document on documents.wording (document_id);

call access.protect('documents.wording', '{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}');
-- Drafts are the agency's own: neither those above it nor the coordinating offices read them.
drop policy seen on documents.wording;
create policy seen on documents.wording for select using (
    (select access.is_machine())
    or (agency_id = (select access.agency())
        and (select access.has('{OFFICER,REVIEWER,HEAD,AUDITOR,POLICE,PROSECUTOR}'))));

-- With the document it is frozen.
create function documents.freeze_wording() returns trigger
    language plpgsql
as $$
begin
    if old.document_id is not null then
        raise exception 'the wording of document % is issued with it', old.document_id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger wording_frozen before update on documents.wording for each row execute function documents.freeze_wording();

alter table documents.document add column worded integer not null default 0 check (worded >= 0);
comment on column documents.document.worded is 'how many passages a person worded otherwise than the machine';
