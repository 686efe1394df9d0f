-- The newest cases of all regions of a span: a page of each region's numbers out of the index alone, of which the newest are
-- looked up, instead of a page of each region's rows. For whoever sees all lines there; the rows pass the policies as any others.
create function cases.newest(first integer, last integer, before bigint, most integer) returns setof bigint
    language sql stable security definer rows 50 set search_path = cases, pg_temp
    as $$
        select page.id
          from cases.regions($1, $2) as span (region)
         cross join lateral (select c.id
                               from case_file c
                              where c.region = span.region
                                and c.id < $3
                              order by c.id desc
                              limit $4) as page
         order by page.id desc
         limit $4
    $$;
