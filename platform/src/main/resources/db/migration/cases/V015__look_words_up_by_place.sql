-- What is to be expected of words in places, as the last ANALYZE saw them: the share of all cases that has the rarest of the
-- words' terms (0 for what is rarer than it counts, 1 where there is nothing to look up by), and how many cases a place has
-- (0 likewise). Words that a thousandth of all cases have stand in few of a city's, and are common in the country's list.
create function cases.expected(words text, places text[]) returns table (place text, share real, cases real)
    language sql stable security definer set search_path = cases, pg_temp
    as $$
        with known as materialized (
            select unnest(most_common_elems::text::text[]) as term, unnest(most_common_elem_freqs) as frequency
              from pg_catalog.pg_stats
             where schemaname = 'cases' and tablename = 'case_of_words')
        select p,
               (select coalesce(min(coalesce(k.frequency, 0)), 1)
                  from unnest(cases.sought($1)) sought
                  left join known k on k.term = sought),
               ((select greatest(reltuples, 0) from pg_catalog.pg_class where oid = 'cases.case_words'::regclass)
                   * case when p = '' then 1 else coalesce((select k.frequency from known k where k.term = p), 0) end)::real
          from unnest($2) as p
    $$;
drop function cases.frequency(text);
