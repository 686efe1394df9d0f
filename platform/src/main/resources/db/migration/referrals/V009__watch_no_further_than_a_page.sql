-- What others told a procuratorate, each kind of the radar in its order: the arrays on alerts and referrals can be searched but
-- not read in order, and the planner took an office to have most of a kind of which it has a hundredth. The rows are judged
-- by the policies as any others.
create table referrals.alert_told (
    agency_id bigint not null,                                  -- the reader's
    alert_id  bigint not null references referrals.alert (id),
    state     text not null,
    level     text not null,
    penalised boolean not null,
    primary key (agency_id, alert_id)
);
-- Nobody is granted anything on it: it is read by the function below.
alter table referrals.alert_told enable row level security;
insert into referrals.alert_told (agency_id, alert_id, state, level, penalised)
select distinct reader, id, state, level, penalised_on is not null
  from referrals.alert, unnest(shared_with) as reader;
create index alert_told_of_alert on referrals.alert_told (alert_id);
drop index referrals.alert_told_open;
drop index referrals.alert_told_dismissed;
drop index referrals.alert_told_penalised;
create index alert_told_not_referred on referrals.alert_told (agency_id, alert_id desc)
    where state = 'OPEN' and level in ('MET', 'SUSPICION', 'NEAR');
create index alert_told_unsure on referrals.alert_told (agency_id, alert_id desc) where state = 'OPEN' and level = 'UNSURE';
create index alert_told_penalised on referrals.alert_told (agency_id, alert_id desc) where penalised and state <> 'REFERRED';
create index alert_told_dismissed on referrals.alert_told (agency_id, alert_id desc) where state = 'DISMISSED';

create function referrals.keep_alert_told() returns trigger
    language plpgsql security definer set search_path = referrals, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        delete from alert_told t where t.alert_id = new.id and t.agency_id <> all (new.shared_with);
    end if;
    insert into alert_told (agency_id, alert_id, state, level, penalised)
    select distinct reader, new.id, new.state, new.level, new.penalised_on is not null
      from unnest(new.shared_with) as reader
        on conflict (agency_id, alert_id) do update
       set state = excluded.state, level = excluded.level, penalised = excluded.penalised;
    return null;
end
$$;
revoke all on function referrals.keep_alert_told() from public;
create trigger told after insert on referrals.alert for each row
    when (new.shared_with <> '{}') execute function referrals.keep_alert_told();
create trigger told_anew after update on referrals.alert for each row
    when ((old.shared_with, old.state, old.level, old.penalised_on)
        is distinct from (new.shared_with, new.state, new.level, new.penalised_on))
    execute function referrals.keep_alert_told();

alter table referrals.referral_told
    add late          boolean not null default false,           -- the agency met a duty too late
    add police_due_at timestamptz;                              -- what the police are to do, until when
update referrals.referral_told t
   set late = 'AGENCY' = any (r.late_sides),
       police_due_at = case when r.due_side = 'POLICE' then r.due_at end
  from referrals.referral r
 where r.id = t.referral_id;
drop index referrals.referral_told_late;
drop index referrals.referral_told_declined;
drop index referrals.referral_told_silent;
create index referral_told_late on referrals.referral_told (agency_id, referral_id desc) where late;
create index referral_told_declined on referrals.referral_told (agency_id, referral_id desc)
    where state in ('DECLINED', 'UPHELD', 'NOT_FILED');
create index referral_told_silent on referrals.referral_told (agency_id, referral_id desc) include (police_due_at)
    where police_due_at is not null;

create or replace function referrals.keep_told() returns trigger
    language plpgsql security definer set search_path = referrals, pg_temp
as $$
begin
    -- Whom it was sent to goes on seeing it: none is taken away.
    insert into referral_told (agency_id, referral_id, state, due_at, on_day, late, police_due_at)
    select distinct reader, new.id, new.state, new.due_at, coalesce(new.sent_on, new.proposed_on),
           'AGENCY' = any (new.late_sides), case when new.due_side = 'POLICE' then new.due_at end
      from unnest(new.shared_with) as reader
        on conflict (agency_id, referral_id) do update
       set state = excluded.state, due_at = excluded.due_at, on_day = excluded.on_day, late = excluded.late,
           police_due_at = excluded.police_due_at;
    return null;
end
$$;

create or replace function referrals.told(kind text, before bigint, now timestamptz, most integer) returns setof bigint
    language plpgsql stable security definer rows 50 set search_path = referrals, pg_temp
as $$
declare
    viewers constant bigint := access.agency();
begin
    case kind
        when 'NOT_REFERRED' then
            return query select t.alert_id from alert_told t
                          where t.agency_id = viewers and t.state = 'OPEN' and t.level in ('MET', 'SUSPICION', 'NEAR')
                            and t.alert_id < before
                          order by t.alert_id desc limit most;
        when 'UNSURE' then
            return query select t.alert_id from alert_told t
                          where t.agency_id = viewers and t.state = 'OPEN' and t.level = 'UNSURE' and t.alert_id < before
                          order by t.alert_id desc limit most;
        when 'PENALISED' then
            return query select t.alert_id from alert_told t
                          where t.agency_id = viewers and t.penalised and t.state <> 'REFERRED' and t.alert_id < before
                          order by t.alert_id desc limit most;
        when 'DISMISSED' then
            return query select t.alert_id from alert_told t
                          where t.agency_id = viewers and t.state = 'DISMISSED' and t.alert_id < before
                          order by t.alert_id desc limit most;
        when 'LATE' then
            return query select t.referral_id from referral_told t
                          where t.agency_id = viewers and t.late and t.referral_id < before
                          order by t.referral_id desc limit most;
        when 'DECLINED' then
            return query select t.referral_id from referral_told t
                          where t.agency_id = viewers and t.state in ('DECLINED', 'UPHELD', 'NOT_FILED')
                            and t.referral_id < before
                          order by t.referral_id desc limit most;
        when 'SILENT' then
            return query select t.referral_id from referral_told t
                          where t.agency_id = viewers and t.police_due_at < now and t.referral_id < before
                          order by t.referral_id desc limit most;
    end case;
end
$$;
