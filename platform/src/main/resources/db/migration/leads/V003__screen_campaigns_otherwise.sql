-- 专项行动: from which score on an offer is looked at, for the listings of one source or of all, from a day to a day.
create table leads.campaign_threshold (
    id          bigint generated always as identity primary key,
    name        text not null check (name <> '' and length(name) <= 60),
    source_id   bigint,                                          -- in intake; null for all of the agency's
    source_name text not null default '',
    review      numeric(3, 2) not null check (review > 0),
    suspect     numeric(3, 2) not null check (suspect < 1),
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    reason      text not null check (reason <> '' and length(reason) <= 300),
    person      text not null,
    written_at  timestamptz not null,
    ended_on    date,                                            -- first day on which it counts no more
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}',
    check (review <= suspect)
);
create index campaign_threshold_of_agency on leads.campaign_threshold (agency_id, id desc);
call access.protect('leads.campaign_threshold', '{HEAD,ANALYST}');

-- What became of a seller's earlier leads is asked for each chunk of offers.
create index lead_judged_of_seller on leads.lead (seller, platform)
    where seller <> '' and state in ('VERIFIED', 'FILED', 'DISMISSED');
