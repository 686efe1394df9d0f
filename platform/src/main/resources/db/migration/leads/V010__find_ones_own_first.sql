-- A search ends after some thousand finds. They were the newest of all agencies together, so that of a word that is common
-- elsewhere an office found none of its own leads: the finds of its agency come first, then those of its region.
create or replace function leads.saying(words text) returns setof bigint
    language sql stable strict security definer rows 200 set search_path = leads, pg_temp
    as $$ select id
            from leads.lead
           where state <> 'CLEARED'
             and leads.pairs(title || ' ' || seller) @> leads.pairs(words)
             and position(lower(words) in lower(title || ' ' || seller)) > 0
           order by coalesce(agency_id = (select access.agency()), false) desc,
                    coalesce(region between (select access.region_from()) and (select access.region_to()), false) desc,
                    id desc
           limit 5000 $$;
