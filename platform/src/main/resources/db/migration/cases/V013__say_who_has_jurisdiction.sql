-- Who has jurisdiction over a case (管辖). The other agency in a dispute confirms what was consulted, the superior designates:
-- each puts one paper on a file that is not its own, and changes nothing else of it.
alter table cases.case_file drop constraint case_file_state_check;
alter table cases.case_file add constraint case_file_state_check check (state in ('PROPOSED', 'REFUSED', 'FILED',
    'INVESTIGATING', 'UNDER_REVIEW', 'REVIEWED', 'NOTICE_ISSUED', 'INFORMED', 'HEARING_ASKED', 'HEARD', 'TERMINATED',
    'HANDED_OVER', 'DECIDED', 'SERVED', 'EXECUTING', 'CLOSING', 'CLOSED'));

create index handed_over on cases.paper ((content #>> '{number,text}')) where kind = 'HandedOver';

-- Whether the viewer may put that kind of paper on that file now, as the papers on it say.
create function cases.may_answer(about bigint, paper text) returns boolean
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
                                          'VenueWithdrawn', 'HandoverProposed', 'HandedOver', 'Reopened')
                      order by last.n desc limit 1) = 'VenueConsulted'
            -- a head of the superior that was asked, once
            when 'Designated' then
                (select last.kind = 'DesignationAsked' and (last.content #>> '{superior,id}')::bigint = access.agency_as('{HEAD}')
                   from cases.paper last
                  where last.case_id = about
                    and last.kind in ('DesignationAsked', 'Designated', 'VenueWithdrawn', 'TakenUp', 'HandedOver', 'Reopened')
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

-- Locks the file for whoever may answer; nobody else can make it wait.
create function cases.hold_to_answer(about bigint) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform from cases.case_file where id = about
        and (cases.may_answer(about, 'VenueConfirmed') or cases.may_answer(about, 'Designated') or cases.may_answer(about, 'TakenUp'))
        for update;
    return found;
end
$$;

-- Puts the answer on file under the version that the viewer saw. False: someone else was first, or the viewer may not.
create function cases.answer(
        about bigint, seen integer, place integer, paper text, said jsonb, who bigint, called text, day date, moment timestamptz,
        due date, duty text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if who is distinct from access.person() or not cases.may_answer(about, paper) then
        return false;
    end if;
    update cases.case_file
       set version = version + 1, due_on = due, due_duty = duty
     where id = about
       and version = seen;
    if not found then
        return false;
    end if;
    insert into cases.paper (case_id, n, kind, content, person, name, on_day, at)
    values (about, place, paper, said, who, called, day, moment);
    return true;
end
$$;
revoke all on function cases.may_answer(bigint, text) from public;
revoke all on function cases.hold_to_answer(bigint) from public;
revoke all on function cases.answer(bigint, integer, integer, text, jsonb, bigint, text, date, timestamptz, date, text) from public;
grant execute on function cases.may_answer(bigint, text) to ${app};
grant execute on function cases.hold_to_answer(bigint) to ${app};
grant execute on function cases.answer(bigint, integer, integer, text, jsonb, bigint, text, date, timestamptz, date, text) to ${app};
