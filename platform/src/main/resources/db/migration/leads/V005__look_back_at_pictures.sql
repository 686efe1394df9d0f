-- 补查: pictures of offers are compared with a reference picture that comes after them.
alter table leads.offer_picture
    add column sketch bytea,                         -- null where it came before sketches were kept, until it is looked at
    add column later  jsonb not null default '{}';   -- reference → when it was found, where it came after the picture
alter table leads.offer_picture alter column sketch set storage external;

-- One row a reference picture: how far the search for earlier pictures has come. A restart goes on from there.
create table leads.lookback (
    reference bigint primary key,
    asked_at  timestamptz not null,
    last      bigint,                                -- the last picture that was not compared as it came; null: not begun
    after     bigint not null default 0,             -- up to this picture all are compared
    found     integer not null default 0 check (found >= 0),
    ended_at  timestamptz
);
create index lookback_open on leads.lookback (reference) where ended_at is null;
call access.publish('leads.lookback', '{}');
