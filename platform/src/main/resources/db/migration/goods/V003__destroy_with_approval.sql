-- 销毁: nothing is destroyed but what somebody else than the applicant, who is the head, has approved.
create table goods.destruction (
    id              bigint generated always as identity primary key,
    version         integer not null default 1,
    number          text not null unique,
    state           text not null default 'APPLIED' check (state in ('APPLIED', 'APPROVED', 'REFUSED', 'EXECUTED')),
    case_id         bigint not null,
    case_number     text not null check (case_number <> ''),
    ground          text not null check (ground <> ''),
    consent         text not null default '',                   -- 先行处置: the owner's consent, or the announcement
    evidence        text not null check (evidence <> ''),       -- how it was preserved before
    method          text not null check (method <> ''),         -- material:method
    facility_id     bigint not null,
    facility        text not null check (facility <> ''),
    applied_by      bigint not null,
    applicant       text not null check (applicant <> ''),
    applied_on      date not null,
    applied_at      timestamptz not null,
    request_key     text,
    decided_by      bigint,
    decider         text,
    decided_on      date,
    decision        text,
    executed_by     bigint,
    executor        text,
    executed_on     date,
    place           text,
    grams_before    bigint check (grams_before > 0),
    grams_after     bigint check (grams_after between 0 and grams_before),
    witnesses       text,                                       -- masked
    sealed          bytea,                                      -- the same in full
    video_sha256    text check (video_sha256 ~ '^[0-9a-f]{64}$'),
    note            text,
    agency_id       bigint not null,
    line            text not null,
    region          integer not null,
    shared_with     bigint[] not null default '{}',
    constraint nobody_approves_the_own check (decided_by <> applied_by),
    check ((state = 'APPLIED') = (decided_by is null)),
    check (state <> 'EXECUTED' or (executed_by is not null and executed_on is not null and place <> ''
        and grams_before is not null and grams_after is not null and sealed is not null)),
    unique (applied_by, request_key)
);
create index destruction_of_case on goods.destruction (case_id, id);
create index destruction_of_agency on goods.destruction (agency_id, id desc);
create index destruction_of_region on goods.destruction (region, id desc);
create index destruction_waiting on goods.destruction (agency_id) where state = 'APPLIED';
create index destruction_shared on goods.destruction using gin (shared_with);

create table goods.destruction_line (
    destruction_id bigint not null references goods.destruction (id),
    item_id        bigint not null references goods.item (id),
    quantity       bigint not null check (quantity > 0),        -- applied for, then approved
    destroyed      bigint not null default 0 check (destroyed between 0 and quantity),
    primary key (destruction_id, item_id)
);
create index destruction_line_of_item on goods.destruction_line (item_id);

-- The steps, whatever program takes them.
create function goods.step_of_destruction() returns trigger
    language plpgsql
as $$
begin
    if new.version <> old.version + 1 or new.applied_by <> old.applied_by then
        raise exception 'destruction %: not the next step', old.id using errcode = 'HJ003';
    end if;
    if old.state = 'APPLIED' and new.state in ('APPROVED', 'REFUSED') and access.has('{HEAD}')
            and (access.is_machine() or new.decided_by = access.person()) then
        return new;
    end if;
    if old.state = 'APPROVED' and new.state = 'EXECUTED' and new.decided_by = old.decided_by
            and access.has('{OFFICER}') and (access.is_machine() or new.executed_by = access.person()) then
        return new;
    end if;
    raise exception 'destruction %: % does not become %', old.id, old.state, new.state using errcode = 'HJ003';
end
$$;
create trigger stepwise before update on goods.destruction for each row execute function goods.step_of_destruction();

-- Lines come with the application and stay.
create function goods.line_of_application() returns trigger
    language plpgsql
as $$
begin
    if not exists (select from goods.destruction d where d.id = new.destruction_id and d.state = 'APPLIED') then
        raise exception 'destruction % is decided', new.destruction_id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger applied before insert on goods.destruction_line for each row execute function goods.line_of_application();

insert into goods.route (kind, from_account, to_account) values ('DESTROY', 'CUSTODY', 'DESTROYED');
alter table goods.movement
    add column destruction_id bigint references goods.destruction (id),
    add constraint destroyed_under_an_approval check ((kind = 'DESTROY') = (destruction_id is not null));

-- Fires before the ledger posts: what is destroyed was approved, and not more of it.
create function goods.as_approved() returns trigger
    language plpgsql security definer set search_path = goods, pg_temp
as $$
declare
    approved destruction_line%rowtype;
begin
    select l.* into approved
      from destruction_line l
      join destruction d on d.id = l.destruction_id
     where l.destruction_id = new.destruction_id
       and l.item_id = new.item_id
       and d.state = 'APPROVED'
       for update of l;
    if not found then
        raise exception 'item %: its destruction is not approved', new.item_id using errcode = 'HJ001';
    end if;
    if approved.destroyed + new.quantity > approved.quantity then
        raise exception 'item %: % approved, % destroyed, % asked for', new.item_id, approved.quantity,
            approved.destroyed, new.quantity using errcode = 'HJ001';
    end if;
    update destruction_line
       set destroyed = destroyed + new.quantity
     where destruction_id = new.destruction_id
       and item_id = new.item_id;
    return new;
end
$$;
create trigger approved before insert on goods.movement for each row when (new.kind = 'DESTROY')
    execute function goods.as_approved();

call access.protect('goods.destruction', '{OFFICER,HEAD}');
call access.protect_with('goods.destruction_line', 'goods.destruction', 'destruction_id', '{OFFICER}');
create policy own_name on goods.destruction as restrictive for insert
    with check (((select access.is_machine()) or applied_by = (select access.person()))
        and (select access.has('{OFFICER}')) and state = 'APPLIED');
revoke update on goods.destruction from ${app};
grant update (version, state, decided_by, decider, decided_on, decision, executed_by, executor, executed_on, place,
    grams_before, grams_after, witnesses, sealed, video_sha256, note, shared_with) on goods.destruction to ${app};
revoke insert, update on goods.destruction_line from ${app};
grant insert (destruction_id, item_id, quantity) on goods.destruction_line to ${app};
