-- The list of referrals, as the other lists: the own agency's, each region's, what was sent to the viewer's office, each read
-- from an index in the order of the list and no further than a page. Row-level security still judges every row shown.
create index referral_by_state on referrals.referral (state, id desc);
create index referral_state_of_agency on referrals.referral (agency_id, state, id desc);
create index referral_state_of_region on referrals.referral (region, state, id desc);
-- A term runs on few of them.
create index referral_running on referrals.referral (id desc) where due_at is not null;
create index referral_running_of_agency on referrals.referral (agency_id, id desc) where due_at is not null;
create index referral_running_of_region on referrals.referral (region, id desc) where due_at is not null;
-- What waits for an office, nearest first.
create index referral_before_agency on referrals.referral (agency_id, due_at, id) where due_side = 'AGENCY';
create index referral_before_police on referrals.referral (police_id, due_at, id) where due_side = 'POLICE';
create index referral_before_procuratorate on referrals.referral (procuratorate_id, due_at, id) where due_side = 'PROCURATORATE';
-- Numbers, in the search over all rooms.
create index referral_by_report on referrals.referral (report_number);
create index referral_by_letter on referrals.referral (letter_number);
create index referral_by_case_number on referrals.referral (case_number);
-- Words: in the index whether they stand in any, asked of these functions alone, since row-level security keeps such
-- questions from an index. The rows behind the numbers pass the policies as any others.
create function referrals.words(title text, letter text, report text, case_number text) returns text
    language sql immutable parallel safe
    as $$ select title || coalesce(' ' || letter, '') || ' ' || report || ' ' || case_number $$;
create index referral_of_words on referrals.referral
    using gin ((access.terms(referrals.words(title, letter_number, report_number, case_number))) collate "C")
    with (gin_pending_list_limit = 256);
create function referrals.saying(words text) returns setof bigint
    language sql stable security definer rows 50 set search_path = referrals, pg_temp set enable_seqscan = off
    as $$
        select id
          from referral
         where access.terms(referrals.words(title, letter_number, report_number, case_number)) collate "C" @> access.sought(words)
    $$;
-- The share of referrals with the rarest of the words' terms, as the last ANALYZE saw it; 1 where there is nothing to look up by.
create function referrals.frequency(words text) returns real
    language sql stable security definer set search_path = referrals, pg_temp
    as $$
        select coalesce(min(coalesce(known.frequency, 0)), 1)
          from unnest(access.sought(words)) sought
          left join (select unnest(most_common_elems::text::text[]) as term, unnest(most_common_elem_freqs) as frequency
                       from pg_catalog.pg_stats
                      where schemaname = 'referrals' and tablename = 'referral_of_words') known
            on known.term = sought
    $$;

-- What was sent to an office: the array on the referral can be searched but not read in order.
create table referrals.referral_told (
    agency_id   bigint not null,                                -- the reader's
    referral_id bigint not null references referrals.referral (id),
    state       text not null,
    due_at      timestamptz,
    on_day      date not null,                                  -- by which it is counted
    primary key (agency_id, referral_id) include (state, due_at)
);
-- Nobody is granted anything on it: it is read by the functions below.
alter table referrals.referral_told enable row level security;
insert into referrals.referral_told (agency_id, referral_id, state, due_at, on_day)
select distinct reader, id, state, due_at, coalesce(sent_on, proposed_on)
  from referrals.referral, unnest(shared_with) as reader;
create index referral_told_running on referrals.referral_told (agency_id, referral_id desc) include (state, due_at)
    where due_at is not null;
create index referral_told_by_day on referrals.referral_told (agency_id, on_day) include (referral_id);

create function referrals.keep_told() returns trigger
    language plpgsql security definer set search_path = referrals, pg_temp
as $$
begin
    -- Whom it was sent to goes on seeing it: none is taken away.
    insert into referral_told (agency_id, referral_id, state, due_at, on_day)
    select distinct reader, new.id, new.state, new.due_at, coalesce(new.sent_on, new.proposed_on)
      from unnest(new.shared_with) as reader
        on conflict (agency_id, referral_id) do update
       set state = excluded.state, due_at = excluded.due_at, on_day = excluded.on_day;
    return null;
end
$$;
revoke all on function referrals.keep_told() from public;
create trigger told after insert or update on referrals.referral for each row
    when (new.shared_with <> '{}') execute function referrals.keep_told();

-- The newest of what was sent to the viewer's own office. Null for what is not asked for: one state, due before a moment, no
-- more than so many.
create function referrals.told(before bigint, wanted text, late_at timestamptz, most integer) returns setof bigint
    language plpgsql stable security definer rows 50 set search_path = referrals, pg_temp
as $$
begin
    if late_at is null then
        return query select t.referral_id from referral_told t
                      where t.agency_id = access.agency() and t.referral_id < before
                        and (wanted is null or t.state = wanted)
                      order by t.referral_id desc limit most;
    else
        return query select t.referral_id from referral_told t
                      where t.agency_id = access.agency() and t.referral_id < before and t.due_at is not null
                        and t.due_at < late_at and (wanted is null or t.state = wanted)
                      order by t.referral_id desc limit most;
    end if;
end
$$;
create function referrals.told(first date, last date) returns setof bigint
    language sql stable security definer rows 1000 set search_path = referrals, pg_temp
    as $$
        select referral_id
          from referral_told
         where agency_id = (select access.agency())
           and on_day between first and last
    $$;
drop index referrals.referral_shared; -- no statement can use it under row-level security

-- Statistics of a span of days: of the country out of the index alone, of others out of their own part.
drop index referrals.referral_of_the_day;
create index referral_counted on referrals.referral ((coalesce(sent_on, proposed_on)))
    include (sent_on, proposed_on, accepted_on, filed_on, declined_on, due_side, due_at, late_sides, agency_id, agency_name,
             line, region, shared_with);
create index referral_counted_of_agency on referrals.referral (agency_id, (coalesce(sent_on, proposed_on)));
create index referral_counted_of_region on referrals.referral (region, (coalesce(sent_on, proposed_on)));

call access.find_regions('referrals.regions', 'referrals.referral');
call access.find_regions('referrals.regions_of_alerts', 'referrals.alert');
