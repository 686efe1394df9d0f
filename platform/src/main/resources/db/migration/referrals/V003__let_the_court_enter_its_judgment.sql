-- The court before which the case was brought sees the referral from then on, and its clerk enters the judgment.
alter table referrals.referral add column court_id bigint;
alter table referrals.referral add constraint told_to_the_court check (court_id is null or court_id = any (shared_with));
grant update (court_id) on referrals.referral to ${app};
create policy changed_by_the_court on referrals.referral for update
    using (court_id = (select access.agency()) and state = 'PROSECUTED' and (select access.has('{COURT_CLERK}')))
    with check (court_id = (select access.agency()) and (select access.has('{COURT_CLERK}')));
create policy added_by_the_court on referrals.paper for insert
    with check (kind = 'Judged'
        and (select access.has('{COURT_CLERK}'))
        and exists (select from referrals.referral r
                     where r.id = paper.referral_id and r.court_id = (select access.agency()) and r.state = 'PROSECUTED'));
