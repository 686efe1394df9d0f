-- A dispute over a patent that the patent office rules on (专利侵权纠纷行政裁决), and the papers on it. Personal data of the
-- parties is sealed; what stands in the clear is masked.
create table adjudications.adjudication (
    id              bigint generated always as identity primary key,
    version         integer not null default 1 check (version > 0),
    state           text not null check (state in ('REQUESTED', 'SUPPLEMENT_ASKED', 'NOT_ACCEPTED', 'ACCEPTED', 'COPY_SERVED',
        'EXAMINING', 'HEARING_CALLED', 'SUSPENDED', 'MEDIATED', 'RULED', 'RULING_SERVED', 'SUED', 'ENFORCEMENT_APPLIED',
        'CLOSED', 'WITHDRAWN', 'MERGED')),
    request_number  text not null check (request_number <> ''), -- 请求登记
    case_number     text check (case_number <> ''),             -- 受理通知书, from acceptance on
    patent_number   text not null check (patent_number ~ '^ZL[0-9]{12}\.[0-9X]$'),
    title           text not null check (title <> ''),
    requester_name  text not null check (requester_name <> ''), -- of a person: masked
    respondent_name text not null check (respondent_name <> ''),
    dispute         jsonb not null,
    sealed          bytea not null,                             -- the parties' personal data
    received_on     date not null,
    accepted_on     date,
    ruled_on        date,
    conclusion      text not null default '' check (conclusion in ('', 'INFRINGEMENT', 'NO_INFRINGEMENT', 'REJECTED')),
    due_on          date,                                       -- last day of the agency's nearest duty; null: none runs
    due_duty        text not null default '',
    agency_name     text not null,
    agency_id       bigint not null,
    line            text not null check (line in ('ip', 'market')), -- 管理专利工作的部门
    region          integer not null,
    shared_with     bigint[] not null default '{}',
    check ((case_number is null) = (accepted_on is null)),
    check ((ruled_on is null) = (conclusion = '')),
    check (accepted_on is not null or state in ('REQUESTED', 'SUPPLEMENT_ASKED', 'NOT_ACCEPTED', 'WITHDRAWN')),
    check (ruled_on is not null or state not in ('RULED', 'RULING_SERVED', 'SUED', 'ENFORCEMENT_APPLIED'))
);
create unique index adjudication_request on adjudications.adjudication (agency_id, request_number);
create unique index adjudication_number on adjudications.adjudication (agency_id, case_number);
create index adjudication_of_agency on adjudications.adjudication (agency_id, id desc);
create index adjudication_of_region on adjudications.adjudication (region, id desc);
create index adjudication_of_patent on adjudications.adjudication (patent_number, agency_id);
create index adjudication_due on adjudications.adjudication (agency_id, due_on) where due_on is not null;

create table adjudications.paper (
    adjudication_id bigint not null references adjudications.adjudication (id),
    n               integer not null check (n > 0),             -- without gaps
    kind            text not null,
    content         jsonb not null,
    person          bigint not null,
    name            text not null,
    on_day          date not null,
    at              timestamptz not null,
    primary key (adjudication_id, n)
);

-- Answers already given to requests that carry a key.
create table adjudications.answered_request (
    person_id  bigint not null,
    key        text not null check (length(key) between 1 and 200),
    request    bytea not null,                                  -- SHA-256 of what was asked
    subject_id bigint not null,
    at         timestamptz not null,
    primary key (person_id, key)
);

call access.protect('adjudications.adjudication', '{OFFICER,HEAD}');
-- Nobody enters one for another line than their own agency's.
create policy own_line on adjudications.adjudication as restrictive for insert
    with check ((select access.is_machine()) or line = (select access.line()));
call access.protect_with('adjudications.paper', 'adjudications.adjudication', 'adjudication_id', '{OFFICER,HEAD}');
-- Under one's own name only.
create policy own_name on adjudications.paper as restrictive for insert
    with check ((select access.is_machine()) or person = (select access.person()));
call access.keep_private('adjudications.answered_request');

-- What was asked, accepted and sealed stays as it is; what people have been told is not unsaid.
create function adjudications.keep_what_was_told() returns trigger
    language plpgsql
as $$
begin
    if old.case_number is not null and new.case_number is distinct from old.case_number then
        raise exception 'adjudication %: its number stays', old.id using errcode = 'HJ003';
    end if;
    if old.state in ('NOT_ACCEPTED', 'CLOSED', 'WITHDRAWN', 'MERGED') then
        raise exception 'adjudication %: it has ended', old.id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger kept before update on adjudications.adjudication
    for each row execute function adjudications.keep_what_was_told();

revoke update on adjudications.adjudication from ${app};
grant update (version, state, case_number, accepted_on, ruled_on, conclusion, due_on, due_duty)
    on adjudications.adjudication to ${app};
revoke update on adjudications.paper from ${app};
revoke update, delete on adjudications.answered_request from ${app};
grant usage on schema adjudications to ${app};
