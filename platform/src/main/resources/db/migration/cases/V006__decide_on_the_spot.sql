-- Penalties decided on the spot (简易程序): no case is filed, the papers are handed in afterwards.
create table cases.spot_penalty (
    id            bigint generated always as identity primary key,
    version       integer not null default 1 check (version > 0),
    token         text not null check (length(token) between 1 and 100),  -- a form sent twice decides once
    number        text not null,
    party_kind    text not null check (party_kind in ('FIRM', 'PERSON')),
    party_name    text not null check (party_name <> ''),     -- of a person: masked
    party_code    text not null default '',
    party_address text not null,
    party_sealed  bytea not null,
    party_trace   bytea not null,
    act           text not null check (act <> ''),
    place         text not null,
    basis         text not null check (basis <> ''),
    evidence      text not null,
    defence       text not null default '',
    sanction      text not null check (sanction in ('WARNING', 'FINE', 'WARNING_AND_FINE')),
    fine_fen      bigint not null check (fine_fen >= 0),
    collected     text not null check (collected in ('NO', 'SMALL', 'HARD_LATER', 'REMOTE')),
    receipt       text not null default '',
    decided_on    date not null,
    paid_on       date check (paid_on >= decided_on),
    handed_in_on  date check (handed_in_on >= decided_on),
    agency_id     bigint not null,
    line          text not null,
    region        integer not null,
    shared_with   bigint[] not null default '{}',
    check ((sanction = 'WARNING') = (fine_fen = 0)),
    check (collected = 'NO' or paid_on is not null),
    check (paid_on is null or receipt <> ''),
    unique (agency_id, token),
    unique (agency_id, number)
);
create index spot_penalty_of_party on cases.spot_penalty (agency_id, party_trace, decided_on);
create index spot_penalty_open on cases.spot_penalty (agency_id, decided_on) where handed_in_on is null;

create table cases.spot_officer (
    penalty_id bigint not null references cases.spot_penalty (id),
    person_id  bigint not null,
    name       text not null,
    licence    text not null check (licence <> ''),
    primary key (penalty_id, person_id)
);

call access.protect('cases.spot_penalty', '{OFFICER}');
call access.protect_with('cases.spot_officer', 'cases.spot_penalty', 'penalty_id', '{OFFICER}');
revoke update on cases.spot_officer from ${app};
