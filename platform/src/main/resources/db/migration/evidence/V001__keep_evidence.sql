-- What was received as evidence in a case: the row says what it is, the bytes lie outside of the database under their
-- hash. Whoever sees a case sees its evidence, nobody else: the policy asks the case's own row, so that a case which is
-- shared later takes its evidence along.
create table evidence.item (
    id             bigint generated always as identity primary key,
    case_id        bigint not null,
    n              integer not null check (n > 0),              -- its number in the case, without gaps
    name           text not null check (name <> ''),            -- of the file, as it came
    kind           text not null check (kind in ('DOCUMENT', 'OBJECT', 'AUDIOVISUAL', 'ELECTRONIC', 'WITNESS', 'PARTY',
        'EXPERT', 'INSPECTION')),                               -- 证据种类
    media_type     text not null check (media_type <> ''),      -- told by its bytes
    bytes          bigint not null check (bytes > 0),
    sha256         bytea not null check (length(sha256) = 32),
    sm3            bytea not null check (length(sm3) = 32),
    is_sealed      boolean not null,                            -- shown only to whoever says why
    origin         text not null check (origin <> ''),          -- where or from whom it was obtained
    proves         text not null default '',                    -- 证明事项
    obtained_on    date not null,
    taken_at       text not null default '',                    -- what the file itself says, as it says it
    device         text not null default '',
    measure        text not null default '',                    -- pixels, minutes
    place_sealed   bytea,                                       -- where it was taken: personal, so encrypted
    received_at    timestamptz not null,
    received_by    bigint not null,
    receiver       text not null check (receiver <> ''),
    stamp          bytea,                                       -- RFC 3161 token; null: not stamped yet
    stamped_at     timestamptz,
    authority      text not null default '',
    withdrawn_at   timestamptz,
    withdrawn_by   bigint,
    withdrawer     text not null default '',
    withdrawn_for  text not null default '',
    unique (case_id, n),
    check ((stamp is null) = (stamped_at is null)),
    check ((withdrawn_at is null) = (withdrawn_for = ''))
);
create unique index item_once on evidence.item (case_id, sha256) where withdrawn_at is null;
create index item_hashed on evidence.item (sha256);
create index item_waiting on evidence.item (id) where stamp is null;

call access.protect_with('evidence.item', 'cases.case_file', 'case_id', '{OFFICER,HEAD}');
create policy own_name on evidence.item as restrictive for insert
    with check ((select access.is_machine()) or received_by = (select access.person()));
revoke update on evidence.item from ${app};
grant update (stamp, stamped_at, authority, withdrawn_at, withdrawn_by, withdrawer, withdrawn_for) on evidence.item to ${app};

-- What was received stays as it was received, for the owner of the tables too; a stamp and a withdrawal come once.
create function evidence.keep() returns trigger
    language plpgsql
as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'evidence is withdrawn, never deleted' using errcode = 'HJ003';
    end if;
    if (old.id, old.case_id, old.n, old.name, old.kind, old.media_type, old.bytes, old.sha256, old.sm3, old.is_sealed,
            old.origin, old.proves, old.obtained_on, old.received_at, old.received_by, old.receiver)
        is distinct from (new.id, new.case_id, new.n, new.name, new.kind, new.media_type, new.bytes, new.sha256, new.sm3,
            new.is_sealed, new.origin, new.proves, new.obtained_on, new.received_at, new.received_by, new.receiver)
        or old.stamp is not null and new.stamp is distinct from old.stamp
        or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        raise exception 'evidence stays as it was received' using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger kept before update or delete on evidence.item for each row execute function evidence.keep();

grant usage on schema evidence to ${app};
