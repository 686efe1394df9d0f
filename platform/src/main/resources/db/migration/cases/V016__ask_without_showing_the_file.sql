-- An agency that is only asked who has jurisdiction (管辖) does not read the case: none of its row, its papers, its
-- evidence, its goods. It is told the question by the platform, and puts its answer on file by cases.answer.
alter table cases.case_file add column asked bigint[] not null default '{}';

create function cases.is_asked(about bigint) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select exists (select from cases.case_file f where f.id = about and access.agency() = any (f.asked)) $$;
revoke all on function cases.is_asked(bigint) from public;
grant execute on function cases.is_asked(bigint) to ${app};

-- Questions that stand now were shown with the whole file.
with newest as (
    select distinct on (case_id) case_id, kind, content
      from cases.paper
     where kind in ('VenueDisputed', 'VenueConsulted', 'VenueConfirmed', 'DesignationProposed', 'DesignationRefused',
                    'DesignationAsked', 'Designated', 'TakenUp', 'VenueWithdrawn', 'FilingRefused', 'HandoverProposed',
                    'HandedOver', 'Reopened')
     order by case_id, n desc),
open as (
    select p.case_id, array_agg(distinct a.id) as asked
      from newest q
      join cases.paper p using (case_id)
     cross join lateral (values ((p.content #>> '{counterpart,id}')::bigint),
                                (case when p.kind = 'DesignationAsked' then (p.content #>> '{superior,id}')::bigint end)) a (id)
     where (q.kind in ('VenueDisputed', 'VenueConsulted', 'DesignationProposed', 'DesignationRefused', 'DesignationAsked')
            or q.kind = 'VenueConfirmed' and q.content ->> 'agreed' = 'false')
       and p.kind in ('VenueDisputed', 'DesignationProposed', 'DesignationAsked')
       and a.id is not null
     group by p.case_id)
update cases.case_file f
   set asked = array(select id from unnest(open.asked) id where id = any (f.shared_with)),
       shared_with = array(select id from unnest(f.shared_with) id where id <> all (open.asked))
  from open
 where f.id = open.case_id;
