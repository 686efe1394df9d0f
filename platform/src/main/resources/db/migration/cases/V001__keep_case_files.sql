-- A case file and the papers on it: the papers are only ever added, the file's row says where the procedure stands.
create table cases.case_file (
    id              bigint generated always as identity primary key,
    version         integer not null default 1 check (version > 0),
    state           text not null check (state in ('PROPOSED', 'REFUSED', 'FILED', 'INVESTIGATING', 'UNDER_REVIEW',
        'REVIEWED', 'NOTICE_ISSUED', 'INFORMED', 'HEARING_ASKED', 'HEARD', 'DECIDED', 'SERVED', 'EXECUTING',
        'CLOSING', 'CLOSED')),
    proposal_number text not null,                              -- 立案审批表
    case_number     text,                                       -- 案号, from filing on
    decision_number text,
    title           text not null check (title <> ''),
    cause           text not null check (cause <> ''),          -- 案由
    act             text not null,                              -- 违法行为
    place           text not null,
    act_from        date not null,
    act_to          date check (act_to >= act_from),            -- null: still going on
    right_name      text not null default '',
    turnover_fen    bigint check (turnover_fen >= 0),           -- 违法经营额 as found so far; null: not established
    source          text not null check (source in ('LEAD', 'REPORT', 'INSPECTION', 'TRANSFER', 'SUPERIOR')),
    source_number   text not null default '',
    found_on        date not null,                              -- 发现线索或者收到材料之日
    party_kind      text not null check (party_kind in ('FIRM', 'PERSON')),
    party_name      text not null check (party_name <> ''),     -- of a person: masked
    party_code      text not null default '',                   -- 统一社会信用代码
    party_address   text not null,
    party_sealed    bytea not null,                             -- names, identity numbers, phones
    party_trace     bytea not null,                             -- equal for equal parties
    proposed_by     bigint not null,
    proposed_on     date not null,
    filed_on        date,
    decided_on      date,
    closed_on       date,
    fine_fen        bigint not null default 0 check (fine_fen >= 0),
    confiscated_fen bigint not null default 0 check (confiscated_fen >= 0),
    paid_fen        bigint not null default 0 check (paid_fen >= 0),
    due_on          date,                                       -- last day of the nearest duty; null: none runs
    due_duty        text not null default '',
    agency_id       bigint not null,
    line            text not null,
    region          integer not null,
    shared_with     bigint[] not null default '{}',
    check (case_number is not null or state in ('PROPOSED', 'REFUSED')),
    check ((case_number is null) = (filed_on is null)),
    check ((decided_on is null) = (decision_number is null)),
    check (decided_on is not null or state not in ('DECIDED', 'SERVED', 'EXECUTING', 'CLOSED')),
    check ((closed_on is not null) = (state = 'CLOSED')),
    check (paid_fen <= fine_fen + confiscated_fen),
    check (party_kind = 'FIRM' or party_code = '')
);
create unique index case_number on cases.case_file (agency_id, case_number);
create unique index decision_number on cases.case_file (agency_id, decision_number);
create unique index proposal_number on cases.case_file (agency_id, proposal_number);
create index case_of_agency on cases.case_file (agency_id, id desc);
create index case_of_region on cases.case_file (region, id desc);
create index case_shared on cases.case_file using gin (shared_with);
create index case_due on cases.case_file (agency_id, due_on) where due_on is not null;
create index case_of_source on cases.case_file (source_number) where source_number <> '';
create index case_of_party on cases.case_file (party_trace);

create table cases.case_officer (
    case_id   bigint not null references cases.case_file (id),
    person_id bigint not null,
    name      text not null,
    licence   text not null check (licence <> ''),              -- 执法证号
    primary key (case_id, person_id)
);
create index case_of_officer on cases.case_officer (person_id, case_id);

create table cases.paper (
    case_id bigint not null references cases.case_file (id),
    n       integer not null check (n > 0),                     -- without gaps
    kind    text not null,
    content jsonb not null,
    person  bigint not null,
    name    text not null,
    on_day  date not null,
    at      timestamptz not null,
    primary key (case_id, n)
);

-- Answers already given to requests that carry an Idempotency-Key.
create table cases.answered_request (
    person_id bigint not null,
    key       text not null check (length(key) between 1 and 200),
    request   bytea not null,                                   -- SHA-256 of what was asked
    case_id   bigint not null,
    at        timestamptz not null,
    primary key (person_id, key)
);

call access.protect('cases.case_file', '{OFFICER,REVIEWER,HEAD}');
call access.protect_with('cases.case_officer', 'cases.case_file', 'case_id', '{OFFICER,HEAD}');
call access.protect_with('cases.paper', 'cases.case_file', 'case_id', '{OFFICER,REVIEWER,HEAD}');
call access.keep_private('cases.answered_request');
-- What is on file stays as it was put there.
revoke update on cases.paper from ${app};
revoke update on cases.case_officer from ${app};
revoke update, delete on cases.answered_request from ${app};
grant usage on schema cases to ${app};
