-- The regions of a span that have rows, by leaps through an index that begins with the region: as many steps as there are
-- regions, however many rows. Lists are read region by region; each room makes such a function for each list with one call.
create procedure access.find_regions(name text, target regclass, condition text default 'true')
    language plpgsql
as $$
declare
    rows constant text := (select format('%I.%I', n.nspname, c.relname)
                             from pg_class c
                             join pg_namespace n on n.oid = c.relnamespace
                            where c.oid = target);
begin
    execute format(
        'create or replace function %1$s(first integer, last integer) returns setof integer
             language sql stable security definer rows 20 set search_path = pg_catalog, pg_temp
             as $leaps$
                 with recursive found (region) as (
                     (select t.region from %2$s t where (%3$s) and t.region between first and last order by t.region limit 1)
                     union all
                     select (select t.region from %2$s t
                              where (%3$s) and t.region > found.region and t.region <= last
                              order by t.region limit 1)
                       from found
                      where found.region is not null)
                 select region from found where region is not null
             $leaps$', name, rows, condition);
end
$$;

-- Words as indexes keep them: pairs of neighbouring characters, as most Chinese words are, and of figures fours too, since
-- every pair of them stands in a hundredth of all numbers. Compared byte by byte.
create function access.terms(words text) returns text[]
    language sql immutable strict parallel safe
    as $$
        select coalesce(array_agg(distinct term collate "C"), '{}')
          from (select substr(lower(words), i, 2) as term from generate_series(1, length(words) - 1) i
                union all
                select substr(words, i, 4) from generate_series(1, length(words) - 3) i
                 where words ~ '[0-9]{4}' and substr(words, i, 4) ~ '^[0-9]{4}$') t
    $$;
-- What to look for: where there are fours the pairs within them say nothing more.
create function access.sought(words text) returns text[]
    language sql immutable strict parallel safe
    as $$
        select coalesce(array_agg(term), '{}')
          from unnest(access.terms(words)) term
         where not (term ~ '^[0-9]{2}$' and words ~ '[0-9]{4}')
    $$;
