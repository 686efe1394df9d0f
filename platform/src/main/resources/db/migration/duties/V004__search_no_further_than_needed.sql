-- Words among millions of duties: kept once a thing, not once a duty; a step that begins another duty on a thing that says
-- nothing new writes nothing here. Subjects, titles and owners that the thing has had: more than are there now, so that what
-- is found is asked again whether it says the words.
create table duties.thing_words (
    object    text not null,
    object_id bigint not null,
    words     text not null,
    primary key (object, object_id)
);
-- Nobody is granted anything on it: it is read by the function below.
alter table duties.thing_words enable row level security;
insert into duties.thing_words (object, object_id, words)
select object, object_id, string_agg(words, E'\n')
  from (select distinct d.object, d.object_id, said.words
          from duties.duty d, unnest(array[d.subject, d.title, d.owner_names]) as said (words)) as all_said
 group by object, object_id;
create index thing_of_words on duties.thing_words using gin ((access.terms(words)) collate "C") with (gin_pending_list_limit = 256);

create function duties.keep_words() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
declare
    known text;
    said text;
    fresh boolean := false;
begin
    select w.words into known from thing_words w where w.object = new.object and w.object_id = new.object_id;
    known := coalesce(known, '');
    foreach said in array array[new.subject, new.title, new.owner_names] loop
        if strpos(known, said) = 0 then
            known := concat_ws(E'\n', nullif(known, ''), said);
            fresh := true;
        end if;
    end loop;
    if fresh then
        insert into thing_words as w (object, object_id, words)
        values (new.object, new.object_id, known)
            on conflict (object, object_id) do update set words = excluded.words;
    end if;
    return null;
end
$$;
create trigger words_kept after insert on duties.duty for each row execute function duties.keep_words();
create trigger words_kept_anew after update on duties.duty for each row
    when ((old.subject, old.title, old.owner_names) is distinct from (new.subject, new.title, new.owner_names))
    execute function duties.keep_words();

-- Duties on things with these words, those that run or all; numbers only, the rows behind them pass the policies as any others.
create function duties.saying(words text, running boolean) returns setof bigint
    language sql stable security definer rows 50
    set search_path = duties, pg_temp set enable_seqscan = off
    as $$
        select d.id
          from thing_words w
          join duty d on d.object = w.object and d.object_id = w.object_id
         where access.terms(w.words) collate "C" @> access.sought($1) -- "words" would be the column
           and (not $2 or d.done_on is null)
    $$;
-- The share of things with the rarest of the words' terms, as the last ANALYZE saw it; 1 where there is nothing to look up by.
create function duties.frequency(words text) returns real
    language sql stable security definer set search_path = duties, pg_temp
    as $$
        select coalesce(min(coalesce(known.frequency, 0)), 1)
          from unnest(access.sought(words)) sought
          left join (select unnest(most_common_elems::text::text[]) as term, unnest(most_common_elem_freqs) as frequency
                       from pg_catalog.pg_stats
                      where schemaname = 'duties' and tablename = 'thing_of_words') known
            on known.term = sought
    $$;

-- Whose entries of the ledger are, beside their agency's: of the persons who owed them, and of the agencies that were told.
create table duties.missed_of (
    whom      text not null check (whom in ('PERSON', 'AGENCY')),
    id        bigint not null,
    due_on    date not null,
    missed_id bigint not null references duties.missed (id),
    primary key (whom, id, due_on, missed_id)
);
-- Nobody is granted anything on it: it is read by the functions below.
alter table duties.missed_of enable row level security;
insert into duties.missed_of (whom, id, due_on, missed_id)
select distinct 'PERSON', owner, m.due_on, m.id
  from duties.missed m
  join duties.duty d on d.id = m.duty_id, unnest(d.owners) as owner
union all
select distinct 'AGENCY', reader, m.due_on, m.id
  from duties.missed m
  join duties.duty d on d.id = m.duty_id, unnest(d.shared_with) as reader;
create index missed_of_entry on duties.missed_of (missed_id);

create function duties.say_of_whom(entry bigint) returns void
    language sql security definer set search_path = duties, pg_temp
    as $$
        insert into missed_of (whom, id, due_on, missed_id)
        select distinct whose.whom, whose.id, m.due_on, m.id
          from missed m
          join duty d on d.id = m.duty_id
         cross join lateral (select 'PERSON', unnest(d.owners) union all select 'AGENCY', unnest(d.shared_with)) as whose (whom, id)
         where m.id = entry
    $$;
create function duties.keep_of_whom() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
begin
    perform say_of_whom(new.id);
    return null;
end
$$;
create trigger of_whom after insert on duties.missed for each row execute function duties.keep_of_whom();
create function duties.keep_of_whom_anew() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
declare
    entry bigint;
begin
    for entry in select m.id from missed m where m.duty_id = new.id loop
        delete from missed_of where missed_id = entry;
        perform say_of_whom(entry);
    end loop;
    return null;
end
$$;
create trigger of_whom_anew after update on duties.duty for each row
    when ((old.owners, old.shared_with) is distinct from (new.owners, new.shared_with))
    execute function duties.keep_of_whom_anew();
revoke all on function duties.keep_words(), duties.say_of_whom(bigint), duties.keep_of_whom(), duties.keep_of_whom_anew() from public;

-- The next entries of the viewer's person or of what the viewer's agency was told. Null: no more than so many.
create function duties.missed_of_viewer(whom text, after date, id bigint, most integer) returns setof bigint
    language sql stable security definer rows 50 set search_path = duties, pg_temp
    as $$
        select o.missed_id
          from missed_of o
         where o.whom = $1
           and o.id = (select case when $1 = 'PERSON' then access.person() else access.agency() end)
           and (o.due_on, o.missed_id) < ($2, $3)
         order by o.due_on desc, o.missed_id desc
         limit $4
    $$;
-- Told and running: of what is done nothing is asked but the ledger.
create index duty_told_running on duties.duty using gin (shared_with) where done_on is null and shared_with <> '{}';
create or replace function duties.told() returns setof bigint
    language sql stable security definer rows 100 set search_path = duties, pg_temp
    as $$
        select id
          from duty
         where done_on is null
           and shared_with <> '{}'
           and shared_with @> array[(select access.agency())]
    $$;
drop index duties.duty_shared;

call access.find_regions('duties.regions', 'duties.duty', 't.done_on is null');
call access.find_regions('duties.regions_of_missed', 'duties.missed');
