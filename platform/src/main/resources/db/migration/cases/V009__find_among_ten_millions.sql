-- Ten million cases. A list is put together from the parts in which all that a viewer sees lies: the own agency's, each
-- region's, those that others let the agency read; each part is read in the list's order from an index and no further than
-- a page. Row-level security still judges every row that is shown.

-- Only what runs has a due day, and few cases run.
drop index cases.case_by_due_day;
create index case_by_due_day on cases.case_file (due_on, id) where due_on is not null;
create index case_due_of_region on cases.case_file (region, due_on, id) where due_on is not null;
-- What is put before somebody next.
create index case_before on cases.case_file (agency_id, state, due_on, id) where due_on is not null;
create index case_penalty_of_agency on cases.case_file (agency_id, (fine_fen + confiscated_fen) desc, id desc);
create index case_penalty_of_region on cases.case_file (region, (fine_fen + confiscated_fen) desc, id desc);
-- Cases in one state: those not closed are few.
create index case_open_by_state on cases.case_file (state, id desc) where state <> 'CLOSED';
create index case_open_of_agency on cases.case_file (agency_id, state, id desc) where state <> 'CLOSED';
create index case_open_of_region on cases.case_file (region, state, id desc) where state <> 'CLOSED';
-- An empty array is an entry of the index too; most cases are read by nobody else.
drop index cases.case_shared;
create index case_shared on cases.case_file using gin (shared_with) where shared_with <> '{}';

-- Row-level security keeps "shared_with @> …" from its index, since an operator might tell what it was asked about. This
-- one asks for the viewer's own agency alone.
create function cases.told() returns setof bigint
    language sql stable security definer rows 100 set search_path = cases, pg_temp
    as $$ select id from case_file where shared_with <> '{}' and shared_with @> array[(select access.agency())] $$;

create function cases.told(before bigint, most integer) returns setof bigint
    language sql stable security definer rows 50 set search_path = cases, pg_temp
    as $$
        select id
          from case_file
         where shared_with <> '{}'
           and shared_with @> array[(select access.agency())]
           and id < before
         order by id desc
         limit most
    $$;

-- The regions of a span that have cases, by leaps through the index.
create function cases.regions(first integer, last integer) returns setof integer
    language sql stable security definer rows 20 set search_path = cases, pg_temp
    as $$
        with recursive found (region) as (
            (select region from case_file where region between first and last order by region limit 1)
            union all
            select (select c.region from case_file c where c.region > found.region and c.region <= last
                     order by c.region limit 1)
              from found
             where found.region is not null)
        select region from found where region is not null
    $$;

-- An officer's cases that run: kept beside the officer, changed when a case begins or ceases to run, not at each step.
alter table cases.case_officer add column running boolean not null default false;
update cases.case_officer o
   set running = true
  from cases.case_file c
 where c.id = o.case_id
   and c.due_on is not null;
create index case_running_of_officer on cases.case_officer (person_id, case_id) where running and left_on is null;

create function cases.say_whether_it_runs() returns trigger
    language plpgsql security definer set search_path = cases, pg_temp
as $$
begin
    update case_officer set running = new.due_on is not null where case_id = new.id;
    return null;
end
$$;
create trigger runs after update on cases.case_file for each row
    when ((old.due_on is null) <> (new.due_on is null)) execute function cases.say_whether_it_runs();
create function cases.ask_whether_it_runs() returns trigger
    language plpgsql security definer set search_path = cases, pg_temp
as $$
begin
    new.running := coalesce((select due_on is not null from case_file where id = new.case_id), false);
    return new;
end
$$;
create trigger runs before insert on cases.case_officer for each row execute function cases.ask_whether_it_runs();

-- Words in titles and numbers: pairs of neighbouring characters, as most Chinese words are; of figures fours too, since
-- every pair of them stands in a hundredth of all numbers. Written when a case is proposed and when it gets its number, in
-- a table of its own: an index on the case would be written at each step. Compared byte by byte: to sort by pinyin takes ten
-- times as long, and no term is shown. Where the words stand is among the terms, so
-- that the index knows agency and region at once.
create function cases.terms(words text) returns text[]
    language sql immutable strict parallel safe
    as $$
        select coalesce(array_agg(distinct term collate "C"), '{}')
          from (select substr(lower(words), i, 2) as term from generate_series(1, length(words) - 1) i
                union all
                select substr(words, i, 4) from generate_series(1, length(words) - 3) i
                 where words ~ '[0-9]{4}' and substr(words, i, 4) ~ '^[0-9]{4}$') t
    $$;
-- What to look for: where there are fours the pairs within them say nothing more.
create function cases.sought(words text) returns text[]
    language sql immutable strict parallel safe
    as $$
        select coalesce(array_agg(term), '{}')
          from unnest(cases.terms(words)) term
         where not (term ~ '^[0-9]{2}$' and words ~ '[0-9]{4}')
    $$;
create table cases.case_words (
    case_id    bigint primary key references cases.case_file (id),
    words      text not null,                                   -- title and numbers
    party_code text not null,
    agency_id  bigint not null,
    region     integer not null
);
-- Nobody is granted anything on it: it is read by the functions below.
alter table cases.case_words enable row level security;

create function cases.terms_of(w cases.case_words) returns text[]
    language sql immutable parallel safe
    as $$
        select cases.terms(w.words)
               || array['code:' || w.party_code, 'agency:' || w.agency_id, 'region:' || w.region,
                        'region:' || w.region / 100, 'region:' || w.region / 10000]
    $$;
create function cases.keep_words() returns trigger
    language plpgsql security definer set search_path = cases, pg_temp
as $$
begin
    insert into case_words (case_id, words, party_code, agency_id, region)
    values (new.id, concat_ws(' ', new.title, new.proposal_number, new.case_number), new.party_code, new.agency_id, new.region)
        on conflict (case_id) do update set words = excluded.words;
    return null;
end
$$;
insert into cases.case_words (case_id, words, party_code, agency_id, region)
select id, concat_ws(' ', title, proposal_number, case_number), party_code, agency_id, region from cases.case_file;
-- What is not yet sorted into the index is read at each search: no more of it than a search can bear.
create index case_of_words on cases.case_words using gin (cases.terms_of(case_words) collate "C")
    with (gin_pending_list_limit = 256);
create trigger words_kept after insert on cases.case_file for each row execute function cases.keep_words();
create trigger words_kept_anew after update on cases.case_file for each row
    when (old.case_number is distinct from new.case_number or old.title is distinct from new.title)
    execute function cases.keep_words();

-- Cases with these terms, or of the party with this code; numbers only, the rows behind them pass the policies as any
-- others. place: 'agency:…', 'region:…' or empty for anywhere
create function cases.saying(sought text, place text) returns setof bigint
    language plpgsql stable security definer rows 200
    set search_path = cases, pg_temp
    set enable_seqscan = off
as $$
declare
    there constant text[] := case when place = '' then '{}'::text[] else array[place] end;
begin
    return query
        select w.case_id from case_words w where cases.terms_of(w) collate "C" @> (cases.sought(sought) || there)
        union
        select w.case_id from case_words w where cases.terms_of(w) collate "C" @> (array['code:' || sought] || there);
end
$$;
-- The share of cases with the rarest of the words' terms, as the last ANALYZE saw it: what stands in many is found sooner
-- by reading the list itself. 0 for what is rarer than it counts; 1 where there is nothing to look up by.
create function cases.frequency(words text) returns real
    language sql stable security definer set search_path = cases, pg_temp
    as $$
        select coalesce(min(coalesce(known.frequency, 0)), 1)
          from unnest(cases.sought(words)) sought
          left join (select unnest(most_common_elems::text::text[]) as term, unnest(most_common_elem_freqs) as frequency
                       from pg_catalog.pg_stats
                      where schemaname = 'cases' and tablename = 'case_of_words') known
            on known.term = sought
    $$;
revoke all on function cases.keep_words(), cases.say_whether_it_runs(), cases.ask_whether_it_runs() from public;
