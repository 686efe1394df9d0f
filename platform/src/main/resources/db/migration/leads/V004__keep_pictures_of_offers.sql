-- 商品图片: pictures of an offer as somebody saved them, and what was found in them when they came.
create table leads.offer_picture (
    id         bigint generated always as identity primary key,
    lead_id    bigint not null references leads.lead (id),
    file_name  text not null check (file_name <> '' and length(file_name) <= 120),
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/gif', 'image/bmp')),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content    bytea not null,                     -- as it came
    width      integer not null check (width > 0),
    height     integer not null check (height > 0),
    findings   jsonb not null,                     -- each with its box in the picture
    text_read  boolean not null,
    compared   integer not null,                   -- with how many reference pictures
    person     text not null,
    added_at   timestamptz not null,
    unique (lead_id, sha256)
);
alter table leads.offer_picture alter column content set storage external;
call access.protect_with('leads.offer_picture', 'leads.lead', 'lead_id', '{OFFICER,HEAD}');
