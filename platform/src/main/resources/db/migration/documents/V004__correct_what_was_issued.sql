-- Clerical errors of issued documents are mended by notices of their own 补正: proposed by one, decided by another. What was
-- issued stays as it is; the texts name people: sealed.
alter table documents.document add column corrects bigint references documents.document (id);
comment on column documents.document.corrects is 'the document whose clerical error it mends; null for any other';
create index document_correcting on documents.document (corrects) where corrects is not null;

create table documents.correction (
    id          bigint generated always as identity primary key,
    document_id bigint not null references documents.document (id),
    approval    text not null check (approval in ('HEAD', 'OTHER')),     -- who decides: the head, or another of the agency
    fault       text not null check (fault in ('WRITING', 'CALCULATION')),
    sealed      bytea not null,                                          -- what is wrong, what is right, why
    state       text not null default 'PROPOSED' check (state in ('PROPOSED', 'REFUSED', 'ISSUED')),
    proposed_by bigint not null,
    proposer    text not null,
    proposed_at timestamptz not null,
    decided_by  bigint,
    decider     text not null default '',
    decided_at  timestamptz,
    opinion     text not null default '',
    notice_id   bigint references documents.document (id),
    addressees  integer not null default 0 check (addressees >= 0),      -- to how many it is to be served
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'ISSUED') = (notice_id is not null)),
    check (decided_by <> proposed_by)
);
create unique index correction_waiting on documents.correction (document_id) where state = 'PROPOSED';
create index correction_of_document on documents.correction (document_id, id);
create index correction_of_agency on documents.correction (agency_id, id);

create table documents.correction_service (
    correction_id bigint not null references documents.correction (id),
    addressee     integer not null check (addressee >= 0),               -- which of them, from 0
    way           text not null check (way in ('DIRECT', 'LEFT_BEHIND', 'ELECTRONIC', 'MAIL', 'ENTRUSTED', 'PUBLIC_NOTICE')),
    on_day        date not null,
    effective     date not null check (effective >= on_day),
    sealed        bytea not null,                                        -- who received it, a note
    receipt_id    bigint not null references documents.document (id),
    by_id         bigint not null,
    primary key (correction_id, addressee)
);

call access.protect('documents.correction', '{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}');
call access.protect_with('documents.correction_service', 'documents.correction', 'correction_id', '{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}');
drop policy changed on documents.correction_service;
revoke update on documents.correction_service from ${app};

create function documents.check_correction() returns trigger
    language plpgsql
as $$
begin
    if tg_op = 'INSERT' then
        if not exists (select from documents.document d
                        where d.id = new.document_id and d.agency_id = new.agency_id and d.corrects is null) then
            raise exception 'document % is not corrected by agency %', new.document_id, new.agency_id using errcode = 'HJ003';
        end if;
        if new.state <> 'PROPOSED' then
            raise exception 'a correction begins as a proposal' using errcode = 'HJ003';
        end if;
        return new;
    end if;
    if old.state <> 'PROPOSED' then
        raise exception 'correction % is decided', old.id using errcode = 'HJ003';
    end if;
    if (old.document_id, old.approval, old.fault, old.sealed, old.proposed_by, old.proposed_at, old.agency_id)
           is distinct from
       (new.document_id, new.approval, new.fault, new.sealed, new.proposed_by, new.proposed_at, new.agency_id) then
        raise exception 'correction %: what was proposed is decided as it is', old.id using errcode = 'HJ003';
    end if;
    if new.approval = 'HEAD' and not (select access.has('{HEAD}')) then
        raise exception 'correction % is for the head to decide', old.id using errcode = 'HJ003';
    end if;
    if new.notice_id is not null
       and not exists (select from documents.document d where d.id = new.notice_id and d.corrects = new.document_id) then
        raise exception 'document % does not correct document %', new.notice_id, new.document_id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger correction_checked before insert or update on documents.correction
    for each row execute function documents.check_correction();
