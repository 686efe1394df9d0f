-- 参考图片: genuine goods and logos of a right, which the pictures of offers are compared with.
create table rights.picture (
    id              bigint generated always as identity primary key,
    registration_id bigint not null references rights.registration (id),
    name            text not null check (name <> '' and length(name) <= 120),
    media_type      text not null check (media_type in ('image/jpeg', 'image/png', 'image/gif', 'image/bmp')),
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content         bytea not null,                 -- as it came
    fingerprint     bytea not null,                 -- made from it; the index is built from these
    added_at        timestamptz not null,
    added_by        text not null,
    agency          text not null,
    removed_at      timestamptz,
    removed_by      text not null default '',
    removed_why     text not null default '' check (length(removed_why) <= 300),
    check ((removed_at is null) = (removed_why = ''))
);
alter table rights.picture alter column content set storage external; -- pictures are compressed already
create unique index picture_once on rights.picture (registration_id, sha256) where removed_at is null;
create index picture_of_registration on rights.picture (registration_id, id);
call rights.keep('rights.picture', 'exists (select from rights.registration r
    where r.id = registration_id and r.holder_agency = (select access.agency()))');
