-- Several referrals that a police office works on as one (并案侦办). The office and the offices above it know of it;
-- agencies and procuratorates go on seeing each its own referrals.
create table referrals.operation (
    id          bigint generated always as identity primary key,
    name        text not null check (length(name) between 1 and 60),
    goal        text not null check (length(goal) between 1 and 2000),
    opened_on   date not null,
    opened_by   text not null check (opened_by <> ''),
    opener      bigint not null,
    ended_on    date check (ended_on >= opened_on),
    result      text not null default '',
    agency_name text not null,
    agency_id   bigint not null,
    line        text not null,
    region      integer not null,
    shared_with bigint[] not null default '{}' check (shared_with = '{}'),
    check ((ended_on is null) = (result = ''))
);
create index operation_of_agency on referrals.operation (agency_id, id desc);

-- A referral is worked on in one operation.
create table referrals.operation_referral (
    referral_id  bigint primary key references referrals.referral (id),
    operation_id bigint not null references referrals.operation (id),
    joined_on    date not null,
    joined_by    text not null
);
create index referral_of_operation on referrals.operation_referral (operation_id, referral_id);

call access.protect('referrals.operation', '{POLICE}');
call access.protect_with('referrals.operation_referral', 'referrals.operation', 'operation_id', '{POLICE}');
create policy own_name on referrals.operation as restrictive for insert
    with check (opener = (select access.person()));
create policy what_the_office_has on referrals.operation_referral as restrictive for insert
    with check (exists (select from referrals.referral r
                         where r.id = referral_id and r.police_id = (select access.agency()))
        and exists (select from referrals.operation o where o.id = operation_id and o.ended_on is null));
create policy ended_once on referrals.operation as restrictive for update
    using (ended_on is null) with check (ended_on is not null);
revoke update on referrals.operation from ${app};
grant update (ended_on, result) on referrals.operation to ${app};
revoke update on referrals.operation_referral from ${app};
