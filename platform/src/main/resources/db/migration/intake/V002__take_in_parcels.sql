-- Parcels (邮件快件) come in like listings: a source tells of one kind. Who sends is sealed, the waybill with it; of who
-- receives only the region is kept.
alter table intake.source add column kind text not null default 'LISTINGS' check (kind in ('LISTINGS', 'PARCELS'));

-- One row a version, as with listings.
create table intake.parcel (
    id               bigint generated always as identity primary key,
    source_id        bigint not null references intake.source (id),
    waybill_trace    bytea not null check (length(waybill_trace) = 32), -- keyed: equal for equal waybills, telling nothing else
    version          integer not null check (version > 0),
    batch_id         bigint not null references intake.batch (id),
    row_number       bigint not null check (row_number > 0),
    content_hash     bytea not null check (length(content_hash) = 32),  -- keyed as well
    waybill          bytea not null,                            -- sealed, as are the three of the sender
    sender_trace     bytea not null check (length(sender_trace) = 32),  -- of the phone
    sender_name      bytea not null,
    sender_phone     bytea not null,
    sender_address   bytea not null,
    sender_code      text not null check (sender_code = '' or length(sender_code) = 18),
    sender_region    integer check (sender_region between 100000 and 999999),
    recipient_region integer check (recipient_region between 100000 and 999999),
    courier          text not null check (courier <> ''),
    outlet           text not null,
    goods            text not null check (goods <> '' and length(goods) <= 500),
    quantity         integer check (quantity > 0),
    grams            bigint not null check (grams > 0),
    value_fen        bigint check (value_fen >= 0),
    sent_on          date not null,
    hs_code          text not null check (hs_code ~ '^[0-9]*$'),
    declaration      text not null,
    platform         text not null,
    shop             text not null,
    inspected        boolean,                                   -- 收寄验视; null: not told
    real_name        boolean,                                   -- 实名收寄
    xrayed           boolean,                                   -- 过机安检
    seen_at          timestamptz not null,
    agency_id        bigint not null,
    line             text not null,
    region           integer not null,
    shared_with      bigint[] not null default '{}',
    unique (source_id, waybill_trace, version)
);
create index parcel_of_batch on intake.parcel (batch_id, id);

call access.protect('intake.parcel', '{OFFICER,ANALYST,PLATFORM}');
revoke update on intake.parcel from ${app};
