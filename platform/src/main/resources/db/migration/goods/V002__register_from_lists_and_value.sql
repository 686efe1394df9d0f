-- An item that was registered from the list of a measure says from which line: the paper of the case and the line on it.
alter table goods.item
    add column list_measure integer not null default 0,
    add column list_line integer not null default 0,
    add constraint line_of_a_list check ((list_measure = 0) = (list_line = 0));
create unique index listed_once on goods.item (case_id, list_measure, list_line) where list_line > 0;

-- 价值认定: what is known of an item's price, one row each time somebody establishes it. The newest row of a kind counts;
-- a row without price says that it cannot be established, which is what the law asks for before the next kind is taken.
create table goods.valuation (
    id        bigint generated always as identity primary key,
    item_id   bigint not null references goods.item (id),
    n         integer not null check (n > 0),
    kind      text not null check (kind in ('ACTUAL', 'AVERAGE', 'MARKED', 'MARKET', 'APPRAISED')),
    fen       bigint check (fen > 0),                           -- for one unit
    on_day    date not null,
    basis     text not null check (basis <> ''),
    evidence  text not null,
    at        timestamptz not null,
    person_id bigint not null,
    person    text not null check (person <> ''),
    unique (item_id, n),
    check (fen is null or evidence <> '')
);

create function goods.keep_valuations() returns trigger
    language plpgsql
as $$
begin
    raise exception 'a valuation is corrected by another' using errcode = 'HJ002';
end
$$;
create trigger kept before update or delete on goods.valuation for each row execute function goods.keep_valuations();
create trigger kept_whole before truncate on goods.valuation for each statement execute function goods.keep_valuations();

call access.protect_with('goods.valuation', 'goods.item', 'item_id', '{OFFICER}');
create policy own_name on goods.valuation as restrictive for insert
    with check ((select access.is_machine()) or person_id = (select access.person()));
revoke update on goods.valuation from ${app};
