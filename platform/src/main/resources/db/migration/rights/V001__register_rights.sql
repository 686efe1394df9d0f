-- The register of rights: trademarks first, any other kind the same way; dated versions; who may sell.
create table rights.registration (
    id             bigint generated always as identity primary key,
    reference      text not null unique check (reference ~ '^[a-z-]+:.+$'), -- stays, whatever is corrected later
    kind           text not null check (kind in ('TRADEMARK', 'PATENT', 'COPYRIGHT', 'GEOGRAPHICAL_INDICATION',
        'PLANT_VARIETY', 'LAYOUT_DESIGN', 'CUSTOMS_RECORDAL')),
    number         text not null default '',       -- empty: a known name whose registration has not been looked up
    name           text not null,
    latin          text[] not null default '{}',
    aliases        text[] not null default '{}',
    nicknames      text[] not null default '{}',
    classes        integer[] not null default '{}' check (1 <= all (classes) and 45 >= all (classes)), -- Nice
    goods          text not null default '',
    holder         text not null default '',
    holder_code    text not null default '',
    holder_agency  bigint,                         -- the holder's own unit here, whose people may keep the row
    agent          text not null default '',
    status         text not null check (status in
        ('REGISTERED', 'APPLIED', 'EXPIRED', 'REVOKED', 'INVALIDATED', 'UNVERIFIED')),
    valid_from     date,
    valid_to       date,
    details        jsonb not null default '{}',    -- what only this kind has
    category       text not null default '',
    generic        boolean not null default false, -- also an ordinary word
    prices         jsonb not null default '[]',    -- [{niceClass, lowFen, highFen}]
    source         text not null,
    version        integer not null default 1,
    changed_at     timestamptz not null,
    changed_by     text not null,
    sort_name      text not null,
    sought         text not null,
    grams          text[] generated always as (parties.grams(sought)) stored,
    check (name <> '' or cardinality(latin) > 0),
    check (valid_to >= valid_from),
    check (number <> '' or status = 'UNVERIFIED')
);
create unique index registration_numbered on rights.registration (kind, number) where number <> '';
create index registration_sought on rights.registration using gin (grams);
create index registration_by_class on rights.registration using gin (classes);
create index registration_listed on rights.registration (sort_name, id);
create index registration_by_end on rights.registration (valid_to, id);
create index registration_of_agency on rights.registration (holder_agency, id);

-- What the row said from a day on. The row itself is the newest one.
create table rights.version (
    registration_id bigint not null references rights.registration (id),
    version         integer not null,
    from_day        date not null,
    written_at      timestamptz not null,
    written_by      text not null,
    agency          text not null,
    reason          text not null default '',
    content         jsonb not null,
    primary key (registration_id, version)
);

-- 授权销售: a shop or a firm that may call itself official from a day to a day.
create table rights.authorisation (
    id              bigint generated always as identity primary key,
    registration_id bigint not null references rights.registration (id),
    shop_id         bigint,                        -- in parties
    subject_id      bigint,                        -- in parties
    seller          text not null check (seller <> ''),
    platform        text not null default '',
    from_day        date not null,
    to_day          date check (to_day >= from_day),
    ground          text not null default '',      -- number of the letter of authorisation
    withdrawn_on    date,
    withdrawn_why   text not null default '',
    written_at      timestamptz not null,
    written_by      text not null,
    check (shop_id is null or subject_id is null)
);
create index authorisation_of_registration on rights.authorisation (registration_id, from_day);
create index authorisation_of_shop on rights.authorisation (shop_id) where shop_id is not null;
create index authorisation_of_subject on rights.authorisation (subject_id) where subject_id is not null;

-- Everybody signed in reads. Officers, analysts and administrators keep all rows, a rights holder the own ones.
create procedure rights.keep(target regclass, mine text)
    language plpgsql
as $$
declare
    may constant text := format(
        '((select access.has(''{OFFICER,ANALYST,ADMINISTRATOR}'')) or ((select access.has(''{RIGHTS_HOLDER}'')) and %s))',
        mine);
begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy seen on %s for select using ((select access.is_signed_in()))', target);
    execute format('create policy added on %s for insert with check (%s)', target, may);
    execute format('create policy changed on %s for update using (%s) with check (%s)', target, may, may);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;
call rights.keep('rights.registration', 'holder_agency = (select access.agency())');
call rights.keep('rights.version', 'exists (select from rights.registration r
    where r.id = registration_id and r.holder_agency = (select access.agency()))');
call rights.keep('rights.authorisation', 'exists (select from rights.registration r
    where r.id = registration_id and r.holder_agency = (select access.agency()))');
revoke update on rights.version from ${app}; -- what was written stays
grant usage on schema rights to ${app};
