-- Which sellers the machine holds to be one: records, what they are found by, ties with their reasons, clusters, and how
-- the clusters came about. Kept by the machine alone, from what other rooms published; what people decide stands apart.
create table networks.record (
    id      bigint generated always as identity primary key,
    key     text collate "C" not null unique check (key ~ '^[a-z]+-.'),   -- shop-17, firm-3
    profile bytea,                                              -- what is compared, sealed; null: withdrawn
    keys    bigint[] not null default '{}',
    cluster text collate "C",                                   -- keeps its name while most of its members stay
    seen_at timestamptz not null default now()
);
create index record_of_cluster on networks.record (cluster) where cluster is not null;

-- Traces of values, not the values: equal for equal ones, telling nothing else.
create table networks.blocking (
    key       bigint not null,
    record_id bigint not null references networks.record (id),
    primary key (key, record_id)
);

create table networks.tie (
    source_id bigint not null references networks.record (id),
    target_id bigint not null references networks.record (id),
    weight    real not null,                                    -- log2 odds that both are one seller
    reasons   jsonb not null,                                   -- [{feature, kind, level, weight}], without the values
    primary key (source_id, target_id)
);
create index tie_of_target on networks.tie (target_id);
create index tie_by_weight on networks.tie (weight desc, source_id, target_id);

create table networks.change (
    id     bigint generated always as identity primary key,
    cause  text not null check (cause in ('arrival', 'withdrawal', 'decision')),
    about  text not null,
    at     timestamptz not null default now()
);
create table networks.move (
    change_id    bigint not null references networks.change (id),
    record_key   text collate "C" not null,
    from_cluster text not null,
    to_cluster   text not null,
    primary key (change_id, record_key)
);
create index move_of_record on networks.move (record_key, change_id);

-- Decisions are of any two records, no longer of shops alone.
alter table networks.decision
    add column source text collate "C",
    add column target text collate "C";
update networks.decision
   set source = least(('shop-' || source_shop) collate "C", ('shop-' || target_shop) collate "C"),
       target = greatest(('shop-' || source_shop) collate "C", ('shop-' || target_shop) collate "C");
alter table networks.decision
    alter column source set not null,
    alter column target set not null,
    add check (source < target),
    drop column source_shop,
    drop column target_shop;
create index decision_of_source on networks.decision (source, id);
create index decision_of_target on networks.decision (target, id);

create procedure networks.keep_by_machine(target regclass, readers text[])
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy kept on %s using ((select access.is_machine())) with check ((select access.is_machine()))', target);
    execute format('create policy seen on %s for select using ((select access.has(%L)))', target, readers);
    execute format('grant select, insert, update, delete on %s to ${app}', target);
end
$$;

call networks.keep_by_machine('networks.record', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}');
call networks.keep_by_machine('networks.blocking', '{}');
call networks.keep_by_machine('networks.tie', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}');
call networks.keep_by_machine('networks.change', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}');
call networks.keep_by_machine('networks.move', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,PROSECUTOR,AUDITOR,ADMINISTRATOR}');

-- What a lead's offer told its buyers: belongs to the lead, speaks for its shop, falls with the lead.
create table networks.contact (
    lead   text not null,
    shop   text collate "C" not null,                           -- shop-17
    kind   text not null check (kind in ('PHONE', 'ACCOUNT')),
    trace  bytea not null,                                      -- equal for equal contacts
    sealed bytea not null,
    masked text not null,
    primary key (lead, kind, trace)
);
create index contact_of_shop on networks.contact (shop);
call networks.keep_by_machine('networks.contact', '{}');
