-- What was not filed, or terminated, asks nothing of another agency any more.
create or replace function cases.may_answer(about bigint, paper text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select coalesce(case paper
            -- a head of the other agency, after each record of a consultation
            when 'VenueConfirmed' then
                (select (d.content #>> '{counterpart,id}')::bigint = access.agency_as('{HEAD}')
                   from cases.paper d
                  where d.case_id = about and d.kind = 'VenueDisputed'
                  order by d.n desc limit 1)
                and (select last.kind
                       from cases.paper last
                      where last.case_id = about
                        and last.kind in ('VenueDisputed', 'VenueConsulted', 'VenueConfirmed', 'DesignationProposed', 'TakenUp',
                                          'VenueWithdrawn', 'HandoverProposed', 'HandedOver', 'Terminated', 'Reopened')
                      order by last.n desc limit 1) = 'VenueConsulted'
            -- a head of the superior that was asked, once
            when 'Designated' then
                (select last.kind = 'DesignationAsked' and (last.content #>> '{superior,id}')::bigint = access.agency_as('{HEAD}')
                   from cases.paper last
                  where last.case_id = about
                    and last.kind in ('DesignationAsked', 'Designated', 'VenueWithdrawn', 'TakenUp', 'HandedOver', 'FilingRefused',
                                      'Terminated', 'Reopened')
                  order by last.n desc limit 1)
            -- a head of an agency above in the same line, of a case that is being handled
            when 'TakenUp' then exists (
                select from cases.case_file f
                 where f.id = about
                   and f.state in ('FILED', 'INVESTIGATING', 'UNDER_REVIEW', 'REVIEWED', 'NOTICE_ISSUED', 'INFORMED',
                                   'HEARING_ASKED', 'HEARD')
                   and f.agency_id <> access.agency_as('{HEAD}')
                   and access.scope() = 'LINE'
                   and f.line = access.line()
                   and f.region <@ access.span())
            end, false)
    $$;
