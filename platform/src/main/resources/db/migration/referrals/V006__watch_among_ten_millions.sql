-- The radar over ten million cases: what a procuratorate sees was told to it by others, each kind through an index of its
-- own; agencies and regions read their own part. Row-level security still judges every row that is shown.
create index alert_told_open on referrals.alert using gin (shared_with) where state = 'OPEN';
create index alert_told_dismissed on referrals.alert using gin (shared_with) where state = 'DISMISSED';
create index alert_told_penalised on referrals.alert using gin (shared_with)
    where penalised_on is not null and state <> 'REFERRED';
create index alert_open_of_agency on referrals.alert (agency_id, id desc) where state = 'OPEN';
create index alert_open_of_region on referrals.alert (region, id desc) where state = 'OPEN';
drop index referrals.alert_shared; -- no statement can use it under row-level security
create index referral_told_late on referrals.referral using gin (shared_with) where 'AGENCY' = any (late_sides);
create index referral_told_declined on referrals.referral using gin (shared_with)
    where state in ('DECLINED', 'UPHELD', 'NOT_FILED');
create index referral_told_silent on referrals.referral using gin (shared_with) where due_side = 'POLICE';
create index referral_silent on referrals.referral (id desc) where due_side = 'POLICE';

-- Those of a kind that were told to the viewer's agency, newest first. Row-level security keeps "shared_with @> …" from
-- its index, since an operator might tell what it was asked about; this one asks for the viewer's own agency alone.
create function referrals.told(kind text, before bigint, now timestamptz, most integer) returns setof bigint
    language plpgsql stable security definer rows 50 set search_path = referrals, pg_temp
as $$
declare
    viewers constant bigint[] := array[access.agency()];
begin
    case kind
        when 'NOT_REFERRED' then
            return query select id from alert
                          where shared_with @> viewers and state = 'OPEN' and level in ('MET', 'SUSPICION', 'NEAR') and id < before
                          order by id desc limit most;
        when 'UNSURE' then
            return query select id from alert
                          where shared_with @> viewers and state = 'OPEN' and level = 'UNSURE' and id < before
                          order by id desc limit most;
        when 'PENALISED' then
            return query select id from alert
                          where shared_with @> viewers and penalised_on is not null and state <> 'REFERRED' and id < before
                          order by id desc limit most;
        when 'DISMISSED' then
            return query select id from alert
                          where shared_with @> viewers and state = 'DISMISSED' and id < before
                          order by id desc limit most;
        when 'LATE' then
            return query select id from referral
                          where shared_with @> viewers and 'AGENCY' = any (late_sides) and id < before
                          order by id desc limit most;
        when 'DECLINED' then
            return query select id from referral
                          where shared_with @> viewers and state in ('DECLINED', 'UPHELD', 'NOT_FILED') and id < before
                          order by id desc limit most;
        when 'SILENT' then
            return query select id from referral
                          where shared_with @> viewers and due_side = 'POLICE' and due_at < now and id < before
                          order by id desc limit most;
    end case;
end
$$;

-- The regions of a span that have alerts, or referrals, by leaps through the index.
create function referrals.regions_of_alerts(first integer, last integer) returns setof integer
    language sql stable security definer rows 20 set search_path = referrals, pg_temp
    as $$
        with recursive found (region) as (
            (select region from alert where region between first and last order by region limit 1)
            union all
            select (select a.region from alert a where a.region > found.region and a.region <= last
                     order by a.region limit 1)
              from found
             where found.region is not null)
        select region from found where region is not null
    $$;
create function referrals.regions(first integer, last integer) returns setof integer
    language sql stable security definer rows 20 set search_path = referrals, pg_temp
    as $$
        with recursive found (region) as (
            (select region from referral where region between first and last order by region limit 1)
            union all
            select (select r.region from referral r where r.region > found.region and r.region <= last
                     order by r.region limit 1)
              from found
             where found.region is not null)
        select region from found where region is not null
    $$;
