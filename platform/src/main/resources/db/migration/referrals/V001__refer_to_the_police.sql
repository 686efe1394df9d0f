-- A referral (移送) and the papers on it. The agency that refers owns the row; the police office and the procuratorate
-- that it was sent to see it from then on, and each adds its own papers to it.
create table referrals.referral (
    id              bigint generated always as identity primary key,
    version         integer not null default 1 check (version > 0),
    state           text not null check (state in ('PROPOSED', 'NOT_APPROVED', 'APPROVED', 'SENT', 'RECEIVED', 'ACCEPTED',
        'MORE_ASKED', 'RETURNED', 'FILED', 'DECLINED', 'RECONSIDERATION_ASKED', 'UPHELD', 'SUPERVISION_ASKED',
        'REASONS_ASKED', 'REASONS_GIVEN', 'FILING_ORDERED', 'NOT_FILED', 'UNDER_PROSECUTION', 'PROSECUTED', 'PUNISHED',
        'NOT_PUNISHED', 'REVERSED', 'REPLIED')),
    report_number   text not null check (report_number <> ''),  -- 移送报告
    letter_number   text,                                       -- 移送书, from sending on
    case_id         bigint not null,
    case_number     text not null check (case_number <> ''),
    title           text not null check (title <> ''),
    cause           text not null,
    act             text not null,
    place           text not null,
    party_name      text not null check (party_name <> ''),     -- of a person: masked
    party_code      text not null default '',
    party_address   text not null,
    crime           text not null check (crime <> ''),
    team            jsonb not null,                             -- 专案组
    agency_name     text not null,
    police_id       bigint,
    police_name     text not null default '',
    procuratorate_id bigint,
    proposed_on     date not null,
    sent_on         date,
    accepted_on     date,
    filed_on        date,
    declined_on     date,
    due_on          date,                                       -- last day of the nearest duty; null: none runs
    due_at          timestamptz,                                -- its last moment
    due_duty        text not null default '',
    due_side        text not null default '' check (due_side in ('', 'AGENCY', 'POLICE', 'PROCURATORATE')),
    late_sides      text[] not null default '{}',               -- who met a duty too late, for ever
    agency_id       bigint not null,
    line            text not null,
    region          integer not null,
    shared_with     bigint[] not null default '{}',
    check ((letter_number is null) = (sent_on is null)),
    check ((police_id is null) = (sent_on is null)),
    check ((procuratorate_id is null) = (sent_on is null)),
    check (sent_on is null or police_id = any (shared_with)),
    check (sent_on is null or procuratorate_id = any (shared_with)),
    check (sent_on is not null or shared_with = '{}'),          -- nobody else before the law says so
    check (sent_on is not null or state in ('PROPOSED', 'NOT_APPROVED', 'APPROVED'))
);
-- Two referrals of one case at once would be two referrals of one deed.
create unique index open_referral on referrals.referral (case_id)
    where state not in ('NOT_APPROVED', 'RETURNED', 'NOT_FILED', 'PUNISHED', 'REPLIED');
create unique index report_number on referrals.referral (agency_id, report_number);
create unique index letter_number on referrals.referral (agency_id, letter_number);
create index referral_of_agency on referrals.referral (agency_id, id desc);
create index referral_of_region on referrals.referral (region, id desc);
create index referral_shared on referrals.referral using gin (shared_with);
create index referral_of_case on referrals.referral (case_id, id);
create index referral_due on referrals.referral (due_at) where due_at is not null;

create table referrals.paper (
    referral_id bigint not null references referrals.referral (id),
    n           integer not null check (n > 0),                 -- without gaps
    kind        text not null,
    content     jsonb not null,
    person      bigint not null,
    name        text not null,
    agency      bigint not null,                                -- for whom
    agency_name text not null,
    on_day      date not null,
    at          timestamptz not null,
    primary key (referral_id, n)
);

-- Answers already given to requests that carry a key.
create table referrals.answered_request (
    person_id   bigint not null,
    key         text not null check (length(key) between 1 and 200),
    request     bytea not null,                                 -- SHA-256 of what was asked
    referral_id bigint not null,
    at          timestamptz not null,
    primary key (person_id, key)
);

call access.protect('referrals.referral', '{OFFICER,HEAD}');
-- Those to whom it was sent take their own steps on it; what they may not do is take it from anyone.
create policy changed_by_receivers on referrals.referral for update
    using ((police_id = (select access.agency()) and (select access.has('{POLICE}')))
        or (procuratorate_id = (select access.agency()) and (select access.has('{PROSECUTOR}'))))
    with check ((select access.agency()) = any (shared_with));
call access.protect_with('referrals.paper', 'referrals.referral', 'referral_id', '{OFFICER,HEAD}');
create policy added_by_receivers on referrals.paper for insert
    with check (exists (select from referrals.referral r
                         where r.id = paper.referral_id
                           and ((r.police_id = (select access.agency()) and (select access.has('{POLICE}')))
                             or (r.procuratorate_id = (select access.agency()) and (select access.has('{PROSECUTOR}'))))));
-- Under one's own name only, for one's own agency only.
create policy own_name on referrals.paper as restrictive for insert
    with check ((select access.is_machine())
        or (person = (select access.person()) and agency = (select access.agency())));
call access.keep_private('referrals.answered_request');

-- Who has seen it goes on seeing it; a letter once sent stays sent.
create function referrals.keep_what_was_told() returns trigger
    language plpgsql
as $$
begin
    if not (new.shared_with @> old.shared_with) or (old.letter_number is not null and new.letter_number is distinct from old.letter_number) then
        raise exception 'referral %: what was sent to somebody stays sent', old.id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger kept before update on referrals.referral for each row execute function referrals.keep_what_was_told();

revoke update on referrals.referral from ${app};
grant update (version, state, letter_number, police_id, police_name, procuratorate_id, sent_on, accepted_on, filed_on,
    declined_on, due_on, due_at, due_duty, due_side, late_sides, shared_with) on referrals.referral to ${app};
revoke update on referrals.paper from ${app};
revoke update, delete on referrals.answered_request from ${app};
grant usage on schema referrals to ${app};
