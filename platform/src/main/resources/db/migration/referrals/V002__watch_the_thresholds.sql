-- Cases at or near a criminal threshold that may not be left lying (有案不移), and what was asked about them in writing.
create table referrals.alert (
    id           bigint generated always as identity primary key,
    version      integer not null default 1 check (version > 0),
    case_id      bigint not null unique,
    case_number  text not null check (case_number <> ''),
    title        text not null check (title <> ''),
    level        text not null check (level in ('MET', 'SUSPICION', 'NEAR', 'UNSURE', 'BELOW')),
    crime        text not null default '',                      -- the one that is nearest, as the law library names it
    ratio        numeric(14, 4),                                -- its highest figure over its threshold; null: none known
    state        text not null check (state in ('OPEN', 'DISMISSED', 'REFERRED')),
    raised_on    date not null,
    weighed_on   date not null,
    reason       text not null default '',                      -- why the head does not refer it
    dismissed_on date,
    dismissed_by text not null default '',
    penalty      text not null default '',                      -- number of the penalty decision made meanwhile
    penalised_on date,
    agency_name  text not null,
    agency_id    bigint not null,
    line         text not null,
    region       integer not null,
    shared_with  bigint[] not null default '{}',                -- the procuratorate of the region, from the beginning
    check ((state = 'DISMISSED') = (dismissed_on is not null)),
    check ((state = 'DISMISSED') = (reason <> '')),
    check ((penalised_on is null) = (penalty = ''))
);
create index alert_open on referrals.alert (state, level, id desc);
create index alert_of_agency on referrals.alert (agency_id, id desc);
create index alert_of_region on referrals.alert (region, id desc);
create index alert_shared on referrals.alert using gin (shared_with);
create index alert_penalised on referrals.alert (id desc) where penalised_on is not null;

-- Everything that became of it, in its order; a dismissal that was taken back stays readable.
create table referrals.alert_entry (
    alert_id bigint not null references referrals.alert (id),
    n        integer not null check (n > 0),
    kind     text not null check (kind in ('RAISED', 'WEIGHED', 'DISMISSED', 'REOPENED', 'REFERRED', 'PENALISED')),
    level    text not null,
    text     text not null default '',
    person   bigint not null,
    name     text not null,
    at       timestamptz not null,
    primary key (alert_id, n)
);

-- A question in writing about an alert or a referral, and its answer (问询).
create table referrals.question (
    id           bigint generated always as identity primary key,
    alert_id     bigint references referrals.alert (id),
    referral_id  bigint references referrals.referral (id),
    subject      text not null check (subject <> ''),
    text         text not null check (text <> ''),
    asker        text not null check (asker <> ''),             -- person and agency
    asked_by     bigint not null,
    asked_at     timestamptz not null,
    addressee_id bigint not null,
    addressee    text not null check (addressee <> ''),
    answer       text not null default '',
    answerer     text not null default '',
    answered_by  bigint,
    answered_at  timestamptz,
    agency_id    bigint not null,                               -- the asker's
    line         text not null,
    region       integer not null,
    shared_with  bigint[] not null default '{}',
    check (num_nonnulls(alert_id, referral_id) = 1),
    check ((answered_at is null) = (answer = '')),
    check (addressee_id = any (shared_with))
);
create index question_of_alert on referrals.question (alert_id, id) where alert_id is not null;
create index question_of_referral on referrals.question (referral_id, id) where referral_id is not null;
create index question_open on referrals.question (addressee_id, id) where answered_at is null;

call access.protect('referrals.alert', '{OFFICER,HEAD}');
call access.protect_with('referrals.alert_entry', 'referrals.alert', 'alert_id', '{OFFICER,HEAD}');
call access.protect('referrals.question', '{PROSECUTOR,ANALYST,HEAD}');
-- One asks about what one sees, under one's own name, and answers what one was asked, once.
create policy about_what_is_seen on referrals.question as restrictive for insert
    with check (asked_by = (select access.person())
        and (exists (select from referrals.alert a where a.id = alert_id)
          or exists (select from referrals.referral r where r.id = referral_id)));
create policy answered on referrals.question for update
    using (addressee_id = (select access.agency()) and (select access.has('{OFFICER,HEAD,POLICE}')))
    with check (addressee_id = (select access.agency()));
create policy answered_once on referrals.question as restrictive for update
    using (addressee_id = (select access.agency()) and answered_at is null)
    with check (answered_by = (select access.person()));
create policy own_name on referrals.alert_entry as restrictive for insert
    with check ((select access.is_machine()) or person = (select access.person()));
-- An alert is raised by what was found, never by hand, and put aside by the head alone.
create policy raised_by_the_machine on referrals.alert as restrictive for insert
    with check ((select access.is_machine()));
create policy put_aside_by_the_head on referrals.alert as restrictive for update
    with check ((select access.is_machine()) or state <> 'DISMISSED' or (select access.has('{HEAD}')));
revoke update on referrals.alert from ${app};
grant update (version, level, crime, ratio, state, weighed_on, reason, dismissed_on, dismissed_by, penalty, penalised_on)
    on referrals.alert to ${app};
revoke update on referrals.alert_entry from ${app};
revoke update on referrals.question from ${app};
grant update (answer, answerer, answered_by, answered_at) on referrals.question to ${app};

create index referral_declined on referrals.referral (id desc) where state in ('DECLINED', 'UPHELD', 'NOT_FILED');
create index referral_late on referrals.referral (id desc) where 'AGENCY' = any (late_sides);
create index referral_of_the_day on referrals.referral ((coalesce(sent_on, proposed_on)));
