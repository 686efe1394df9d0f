-- Same or not the same: what people decided of two shops, by whom and why; nothing of it is ever deleted.
create table networks.decision (
    id            bigint generated always as identity primary key,
    agency_id     bigint not null,
    line          text not null,
    region        integer not null,
    shared_with   bigint[] not null default '{}',
    source_shop   bigint not null,
    target_shop   bigint not null check (target_shop > source_shop),
    same          boolean not null,
    reason        text not null check (reason <> '' and length(reason) <= 300),
    decided_at    timestamptz not null,
    decided_by    text not null,
    taken_back_at timestamptz,
    taken_back_by text,
    check ((taken_back_at is null) = (taken_back_by is null))
);
create index decision_of_source on networks.decision (source_shop, id);
create index decision_of_target on networks.decision (target_shop, id);

call access.protect('networks.decision', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}');
grant usage on schema networks to ${app};
