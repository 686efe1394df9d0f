-- What is done away from the desk (现场): visits that were planned, records made on the spot, who signed them. Each came
-- from a phone under a key that the phone made, so that sending it twice does it once.
create table field.visit (
    id            bigint generated always as identity primary key,
    key           uuid not null unique,
    case_id       bigint,                                       -- null: to a lead
    lead_number   text not null default '',
    title         text not null check (title <> ''),
    purpose       text not null check (purpose <> ''),
    place         text not null check (place <> ''),
    starts_at     timestamptz not null,
    officers      bigint[] not null check (cardinality(officers) > 0),
    officer_names text not null check (officer_names <> ''),
    planned_by    bigint not null,
    planner       text not null,
    planned_at    timestamptz not null,
    called_off_at  timestamptz,
    called_off_by  text not null default '',
    called_off_for text not null default '',                    -- why it does not take place
    agency_id     bigint not null,
    line          text not null,
    region        integer not null,
    shared_with   bigint[] not null default '{}',
    check ((case_id is null) = (lead_number <> '')),
    check ((called_off_at is null) = (called_off_for = ''))
);
create index visit_of_officers on field.visit using gin (officers);
create index visit_of_case on field.visit (case_id, starts_at);

-- 现场笔录 as it was signed: the words are those on the phone, their hash is what the signatures are given for.
create table field.inspection (
    id          bigint generated always as identity primary key,
    key         uuid not null unique,
    case_id     bigint not null,
    visit_key   uuid,
    paper       integer not null check (paper > 0),             -- its place among the papers of the case
    begun_at    timestamptz not null,
    ended_at    timestamptz not null check (ended_at >= begun_at),
    place       text not null check (place <> ''),
    officers    text not null check (officers <> ''),           -- who inspected, with licence
    showed      boolean not null,                               -- 出示执法证件
    told        boolean not null,                               -- 告知权利义务
    present     text not null,                                  -- who was there, masked
    present_sealed bytea not null,
    facts       text not null check (facts <> ''),
    statement   text not null default '',                       -- what the party said to it
    content     bytea not null check (length(content) = 32),    -- SHA-256 of the words as they stood on the phone
    made_at     timestamptz not null,                           -- by the phone's clock
    received_at timestamptz not null,
    received_by bigint not null,
    receiver    text not null
);
create index inspection_of_case on field.inspection (case_id, id);

-- Who signed a record, or would not (拒绝签名).
create table field.signature (
    id            bigint generated always as identity primary key,
    key           uuid not null unique,
    case_id       bigint not null,
    inspection_id bigint not null references field.inspection (id),
    part          text not null check (part in ('PARTY', 'WITNESS', 'OFFICER')),
    name          text not null check (name <> ''),             -- masked, but for officers
    name_sealed   bytea not null,
    evidence_id   bigint,                                       -- the picture of the signature
    refused_for   text not null default '',
    witness       text not null default '',                     -- masked
    witness_sealed bytea,
    made_at       timestamptz not null,
    received_at   timestamptz not null,
    received_by   bigint not null,
    receiver      text not null,
    check ((evidence_id is null) = (refused_for <> '')),
    check (refused_for = '' or witness <> '')
);
create index signature_of_inspection on field.signature (inspection_id, id);

-- Photos taken at an inspection; what they are stands in the room of evidence.
create table field.photo (
    evidence_id   bigint primary key,
    case_id       bigint not null,
    inspection_id bigint references field.inspection (id),
    made_at       timestamptz not null,
    received_by   bigint not null
);
create index photo_of_inspection on field.photo (inspection_id);

-- What a person's phones have sent, by their keys, and what was answered.
create table field.answered (
    person_id   bigint not null,
    key         uuid not null,
    kind        text not null,
    content     bytea not null check (length(content) = 32),
    result_id   bigint not null,
    answer      jsonb not null,
    received_at timestamptz not null,
    primary key (person_id, key)
);

call access.protect('field.visit', '{OFFICER}');
call access.protect_with('field.inspection', 'cases.case_file', 'case_id', '{OFFICER}');
call access.protect_with('field.signature', 'cases.case_file', 'case_id', '{OFFICER}');
call access.protect_with('field.photo', 'cases.case_file', 'case_id', '{OFFICER}');
call access.keep_private('field.answered');
create policy own_name on field.visit as restrictive for insert
    with check ((select access.is_machine()) or planned_by = (select access.person()));
create policy own_name on field.inspection as restrictive for insert
    with check ((select access.is_machine()) or received_by = (select access.person()));
create policy own_name on field.signature as restrictive for insert
    with check ((select access.is_machine()) or received_by = (select access.person()));
create policy own_name on field.photo as restrictive for insert
    with check ((select access.is_machine()) or received_by = (select access.person()));
-- A record stays as it was signed; a visit is called off, not changed.
revoke update on field.visit, field.inspection, field.signature, field.photo from ${app};
grant update (called_off_at, called_off_by, called_off_for) on field.visit to ${app};
revoke update, delete on field.answered from ${app};
grant usage on schema field to ${app};
