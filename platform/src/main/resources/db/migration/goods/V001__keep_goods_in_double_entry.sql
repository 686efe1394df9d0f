-- 涉案物品: what was taken in a case, and a ledger in double entry that says where each piece of it is. Quantities are
-- whole numbers of the unit's smallest step (a gram, a piece); scale says how many decimals people write.
create sequence goods.serial;

create table goods.item (
    id             bigint generated always as identity primary key,
    code           text not null unique check (code ~ '^W\d{2}-\d{7}-\d$'),     -- as on its label
    case_id        bigint not null,
    case_number    text not null check (case_number <> ''),
    lot            text not null default '',
    name           text not null check (name <> ''),
    brand          text not null default '',
    model          text not null default '',                    -- 规格型号
    unit           text not null check (unit <> ''),
    scale          smallint not null check (scale between 0 and 6),
    measure        text not null check (measure in ('SEIZED', 'SEALED', 'PRESERVED', 'SURRENDERED', 'RECEIVED')),
    measure_number text not null default '',                    -- document that ordered it
    taken_on       date not null,
    taken_at_place text not null check (taken_at_place <> ''),
    note           text not null default '',
    place          text not null check (place <> ''),           -- where it is kept now
    seal           text not null default '',                    -- number of the seal on it
    keeper         text not null check (keeper <> ''),
    registered_by  bigint not null,
    registrar      text not null,
    registered_at  timestamptz not null,
    agency_id      bigint not null,
    line           text not null,
    region         integer not null,
    shared_with    bigint[] not null default '{}'
);
create index item_of_case on goods.item (case_id, id);
create index item_of_agency on goods.item (agency_id, id desc);
create index item_of_region on goods.item (region, id desc);
create index item_shared on goods.item using gin (shared_with);
create index item_named on goods.item using gin (name access.gin_trgm_ops);

-- Which account each kind of movement leaves and which it enters. OUTSIDE is whence goods come when they are taken.
create table goods.route (
    kind         text primary key,
    from_account text not null,
    to_account   text not null,
    unique (kind, from_account, to_account),
    check (from_account <> to_account)
);
insert into goods.route (kind, from_account, to_account) values
    ('REGISTER', 'OUTSIDE', 'CUSTODY'),
    ('SAMPLE', 'CUSTODY', 'SAMPLED'),
    ('TAKE_BACK', 'SAMPLED', 'CUSTODY'),
    ('RETURN', 'CUSTODY', 'RETURNED'),
    ('TRANSFER', 'CUSTODY', 'TRANSFERRED'),
    ('DISPOSE', 'CUSTODY', 'DISPOSED'),
    ('COUNT_MORE', 'OUTSIDE', 'CUSTODY'),
    ('COUNT_LESS', 'CUSTODY', 'OUTSIDE');

-- One row is one movement: what leaves one account enters the other, so that no entry can be without its pair.
create table goods.movement (
    id           bigint generated always as identity primary key,
    item_id      bigint not null references goods.item (id),
    n            integer not null check (n > 0),                -- without gaps; given by the ledger
    kind         text not null,
    from_account text not null,
    to_account   text not null,
    quantity     bigint not null check (quantity > 0),
    on_day       date not null,
    counterpart  text not null default '',                      -- who received it
    document     text not null default '',                      -- receipt, letter, decision
    note         text not null default '',
    at           timestamptz not null,
    person_id    bigint not null,
    person       text not null check (person <> ''),
    unique (item_id, n),
    foreign key (kind, from_account, to_account) references goods.route (kind, from_account, to_account)
);
create unique index registered_once on goods.movement (item_id) where kind = 'REGISTER';

-- What each account holds. Written by the ledger alone; nobody has the right to write here.
create table goods.balance (
    item_id     bigint primary key references goods.item (id),
    movements   integer not null,
    seized      bigint not null,
    custody     bigint not null,
    sampled     bigint not null default 0,
    returned    bigint not null default 0,
    transferred bigint not null default 0,
    destroyed   bigint not null default 0,
    disposed    bigint not null default 0,
    constraint nothing_is_less_than_nothing check (
        seized >= 0 and custody >= 0 and sampled >= 0 and returned >= 0 and transferred >= 0 and destroyed >= 0
        and disposed >= 0),
    constraint seized_is_where_it_went check (
        seized = custody + sampled + returned + transferred + destroyed + disposed)
);
create index balance_held on goods.balance (item_id) where custody + sampled > 0;

create function goods.post() returns trigger
    language plpgsql security definer set search_path = goods, pg_temp
as $$
declare
    before balance%rowtype;
    held bigint;
    d bigint := new.quantity;
begin
    if new.kind = 'REGISTER' then
        insert into balance (item_id, movements, seized, custody) values (new.item_id, 1, d, d);
        new.n := 1;
        return new;
    end if;
    -- Two movers at once: the second waits here and then sees what the first has left.
    select * into before from balance where item_id = new.item_id for update;
    if not found then
        raise exception 'item % was never registered', new.item_id using errcode = 'HJ001';
    end if;
    held := case new.from_account
        when 'CUSTODY' then before.custody
        when 'SAMPLED' then before.sampled
        when 'OUTSIDE' then d
        else 0 end;
    if held < d then
        raise exception 'item %: % asked for, % in %', new.item_id, d, held, new.from_account using errcode = 'HJ001';
    end if;
    update balance set
        movements   = before.movements + 1,
        seized      = seized + case when new.from_account = 'OUTSIDE' then d when new.to_account = 'OUTSIDE' then -d else 0 end,
        custody     = custody + case 'CUSTODY' when new.to_account then d when new.from_account then -d else 0 end,
        sampled     = sampled + case 'SAMPLED' when new.to_account then d when new.from_account then -d else 0 end,
        returned    = returned + case 'RETURNED' when new.to_account then d when new.from_account then -d else 0 end,
        transferred = transferred + case 'TRANSFERRED' when new.to_account then d when new.from_account then -d else 0 end,
        destroyed   = destroyed + case 'DESTROYED' when new.to_account then d when new.from_account then -d else 0 end,
        disposed    = disposed + case 'DISPOSED' when new.to_account then d when new.from_account then -d else 0 end
     where item_id = new.item_id;
    new.n := before.movements + 1;
    return new;
end
$$;
create trigger posted before insert on goods.movement for each row execute function goods.post();

-- What was moved stays moved: a mistake is set right by another movement. This holds for the owner of the tables too.
create function goods.refuse() returns trigger
    language plpgsql
as $$
begin
    raise exception 'the ledger of goods is only ever added to' using errcode = 'HJ002';
end
$$;
create trigger kept before update or delete on goods.movement for each row execute function goods.refuse();
create trigger kept_whole before truncate on goods.movement for each statement execute function goods.refuse();

-- An item comes with its first movement, in one transaction.
create function goods.needs_its_registration() returns trigger
    language plpgsql security definer set search_path = goods, pg_temp
as $$
begin
    if not exists (select from balance where item_id = new.id) then
        raise exception 'item % has no movement', new.id using errcode = 'HJ001';
    end if;
    return null;
end
$$;
create constraint trigger registered after insert on goods.item deferrable initially deferred
    for each row execute function goods.needs_its_registration();

-- Where it lies, who keeps it, under which seal: the chain of custody (保管链), one row each time it changes.
create table goods.placing (
    item_id   bigint not null references goods.item (id),
    n         integer not null check (n > 0),
    place     text not null check (place <> ''),
    seal      text not null,
    keeper    text not null check (keeper <> ''),
    note      text not null default '',
    by_scan   boolean not null default false,
    at        timestamptz not null,
    person_id bigint not null,
    person    text not null,
    primary key (item_id, n)
);

-- Answers already given to requests that carry a key.
create table goods.answered_request (
    person_id bigint not null,
    key       text not null check (length(key) between 1 and 200),
    request   bytea not null,                                   -- SHA-256 of what was asked
    item_id   bigint not null,
    at        timestamptz not null,
    primary key (person_id, key)
);

call access.protect('goods.item', '{OFFICER,HEAD}');
call access.protect_with('goods.movement', 'goods.item', 'item_id', '{OFFICER,HEAD}');
call access.protect_with('goods.balance', 'goods.item', 'item_id', '{}');
call access.protect_with('goods.placing', 'goods.item', 'item_id', '{OFFICER,HEAD}');
call access.keep_private('goods.answered_request');
-- Under one's own name only.
create policy own_name on goods.movement as restrictive for insert
    with check ((select access.is_machine()) or person_id = (select access.person()));
-- Nobody who handles the goods sets the ledger right by themselves.
create policy counted_by_the_head on goods.movement as restrictive for insert
    with check (kind not in ('COUNT_MORE', 'COUNT_LESS') or (select access.has('{HEAD}')));
create policy own_name on goods.placing as restrictive for insert
    with check ((select access.is_machine()) or person_id = (select access.person()));
revoke update on goods.item from ${app};
grant update (place, seal, keeper, case_number, shared_with) on goods.item to ${app};
revoke update on goods.movement from ${app};
revoke update on goods.placing from ${app};
revoke insert, update on goods.balance from ${app};
revoke update, delete on goods.answered_request from ${app};
grant usage on sequence goods.serial to ${app};
grant usage on schema goods to ${app};
