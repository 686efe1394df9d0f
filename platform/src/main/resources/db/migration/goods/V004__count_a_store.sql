-- 盘点: one count of all that should lie at a place. Differences are booked by the head alone, through the ledger.
create table goods.stocktake (
    id          bigint generated always as identity primary key,
    version     integer not null default 1,
    state       text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    place       text not null check (place <> ''),              -- and all places whose name begins so
    started_by  bigint not null,
    starter     text not null check (starter <> ''),
    started_at  timestamptz not null,
    closed_by   bigint,
    closer      text,
    closed_at   timestamptz,
    reason      text,
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    check ((state = 'DONE') = (closed_by is not null and closed_at is not null and reason <> ''))
);
create index stocktake_of_agency on goods.stocktake (agency_id, id desc);

create table goods.stocktake_line (
    stocktake_id bigint not null references goods.stocktake (id),
    item_id      bigint not null references goods.item (id),
    movements    integer not null,                              -- how many the item had when the count took note of it
    expected     bigint not null check (expected >= 0),
    elsewhere    boolean not null,                              -- found here, though it should lie elsewhere
    found        bigint check (found >= 0),
    booked       boolean not null default false,
    found_at     timestamptz,
    person       text,
    primary key (stocktake_id, item_id)
);

create function goods.count_while_open() returns trigger
    language plpgsql
as $$
begin
    if not exists (select from goods.stocktake s where s.id = new.stocktake_id and s.state = 'OPEN') then
        raise exception 'count % is closed', new.stocktake_id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger open before insert or update on goods.stocktake_line for each row execute function goods.count_while_open();

create function goods.close_a_count() returns trigger
    language plpgsql
as $$
begin
    if old.state = 'OPEN' and new.state = 'DONE' and new.version = old.version + 1 and access.has('{HEAD}')
            and (access.is_machine() or new.closed_by = access.person()) then
        return new;
    end if;
    raise exception 'count %: the head closes it, once', old.id using errcode = 'HJ003';
end
$$;
create trigger closing before update on goods.stocktake for each row execute function goods.close_a_count();

call access.protect('goods.stocktake', '{OFFICER,HEAD}');
call access.protect_with('goods.stocktake_line', 'goods.stocktake', 'stocktake_id', '{OFFICER,HEAD}');
create policy own_name on goods.stocktake as restrictive for insert
    with check (((select access.is_machine()) or started_by = (select access.person())) and state = 'OPEN');
revoke update on goods.stocktake from ${app};
grant update (version, state, closed_by, closer, closed_at, reason) on goods.stocktake to ${app};
revoke update on goods.stocktake_line from ${app};
grant update (found, booked, found_at, person) on goods.stocktake_line to ${app};
