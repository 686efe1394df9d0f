-- 涉税线索: what an agency found in a case and passes on to the tax authority, which says what became of it. The agency
-- owns the row; the tax authority sees it, signs for it and answers, once each.
create table referrals.tax_lead (
    id          bigint generated always as identity primary key,
    number      text not null check (number <> ''),             -- 移送函
    case_id     bigint not null,
    case_number text not null check (case_number <> ''),
    title       text not null check (title <> ''),
    party_name  text not null check (party_name <> ''),         -- of a person: masked
    party_code  text not null default '',
    suspicion   text not null check (length(suspicion) between 1 and 8000),
    materials   text not null check (length(materials) between 1 and 8000),
    sent_on     date not null,
    sender      text not null,
    sent_by     bigint not null,
    agency_name text not null,
    tax_id      bigint not null,
    tax_name    text not null,
    received_on date check (received_on >= sent_on),
    receiver    text not null default '',
    received_by bigint,
    outcome     text check (outcome in ('FILED', 'NOT_FILED', 'COLLECTED', 'NOT_COMPETENT')),
    answer      text not null default '',
    answered_on date check (answered_on >= received_on),
    answerer    text not null default '',
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null,
    check (shared_with = array[tax_id]),
    check ((received_on is null) = (received_by is null)),
    check ((answered_on is null) = (outcome is null)),
    check ((answered_on is null) = (answer = '')),
    check (answered_on is null or received_on is not null)
);
create unique index tax_lead_number on referrals.tax_lead (agency_id, number);
create index tax_lead_of_agency on referrals.tax_lead (agency_id, id desc);
create index tax_lead_of_tax on referrals.tax_lead (tax_id, id desc);
create index tax_lead_of_case on referrals.tax_lead (case_id, id);

call access.protect('referrals.tax_lead', '{OFFICER}');
drop policy changed on referrals.tax_lead;
create policy answered_by_the_tax_authority on referrals.tax_lead for update
    using (tax_id = (select access.agency()) and answered_on is null and (select access.has('{OFFICER,HEAD}')))
    with check (tax_id = (select access.agency()));
create policy own_name on referrals.tax_lead as restrictive for insert
    with check (sent_by = (select access.person()) and received_on is null);
create policy under_own_name on referrals.tax_lead as restrictive for update
    using (true) with check (received_by is not null);
revoke update on referrals.tax_lead from ${app};
grant update (received_on, receiver, received_by, outcome, answer, answered_on, answerer) on referrals.tax_lead to ${app};
