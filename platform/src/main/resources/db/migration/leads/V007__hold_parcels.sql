-- Parcels whose declared goods are suspected: each hangs at one lead, that of its sender where there is one. Masked, as intake
-- told it then; who sends is opened one by one, once a case was filed, for a purpose that is kept.
create table leads.parcel (
    parcel_id   bigint primary key,                             -- of the version, at intake
    first_id    bigint not null,                                -- of its first version
    lead_id     bigint not null references leads.lead (id),
    sender      text not null check (sender <> ''),             -- stands for who sends
    facts       jsonb not null,                                 -- the parcel, masked
    standing    text not null check (standing in ('SUSPECT', 'REVIEW')),
    score       integer not null check (score between 0 and 10000), -- ten-thousandths
    attached_at timestamptz not null
);
create index parcel_of_lead on leads.parcel (lead_id, parcel_id);
create index parcel_of_sender on leads.parcel (sender, lead_id);
create index parcel_first on leads.parcel (first_id);

create table leads.parcel_opening (
    id          bigint generated always as identity primary key,
    person_id   bigint not null,                                -- who reads
    parcel_id   bigint not null references leads.parcel (parcel_id),
    case_number text not null check (case_number <> ''),
    purpose     text not null check (purpose <> ''),
    opened_at   timestamptz not null,
    closes_at   timestamptz not null check (closes_at > opened_at)
);
create index parcel_opening_of_reader on leads.parcel_opening (person_id, parcel_id, closes_at);

call access.protect_with('leads.parcel', 'leads.lead', 'lead_id', '{}');
call access.keep_private('leads.parcel_opening');
revoke update on leads.parcel from ${app};
revoke update, delete on leads.parcel_opening from ${app};
