-- Each question in a policy is a plan of its own, set up for each statement whether or not it is asked. A row was seen by ten
-- of them; now by five.

-- The line whose rows the viewer sees beyond those of the own agency, in the own region: '*' for all of them, null for none.
create function access.line_above() returns text language sql stable parallel safe
    as $$ select case access.scope() when 'LINE' then access.line() when 'ACROSS' then '*' end $$;
create function access.span() returns int4range language sql stable parallel safe
    as $$ select int4range(access.region_from(), access.region_to(), '[]') $$;

create or replace procedure access.protect(target regclass, writers text[])
    language plpgsql
as $$
declare
    mine constant text := format('agency_id = (select access.agency_as(%L))', writers);
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy seen on %s for select using (
             agency_id = (select access.agency()) or (select access.is_machine()) or (select access.agency()) = any (shared_with)
             or ((select access.line_above()) = any (array[line, ''*'']) and region <@ (select access.span())))', target);
    execute format('create policy added on %s for insert with check (%s or (select access.is_machine()))', target, mine);
    execute format(
        'create policy changed on %s for update
             using (%s or (select access.is_machine()))
             with check (%s or (select access.is_machine()) or (select access.agency_as(%L)) = any (shared_with))',
        target, mine, mine, writers);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;

-- The tables that are protected already; a policy that a room wrote otherwise stays.
do $$
declare
    one record;
    path constant text := current_setting('search_path');
begin
    perform set_config('search_path', 'pg_catalog', true); -- so that the policies name the schema of what they ask
    for one in
        select schemaname, tablename, policyname
          from pg_policies
         where cmd = 'SELECT'
           and regexp_replace(qual, '\s|AS \w+|[()]', '', 'g') =
               'agency_id=SELECTaccess.agencyORSELECTaccess.is_machineORSELECTaccess.agency=ANYshared_with'
                   || 'ORSELECTaccess.scope=''LINE''::textANDline=SELECTaccess.lineANDregion>=SELECTaccess.region_from'
                   || 'ANDregion<=SELECTaccess.region_toORSELECTaccess.scope=''ACROSS''::textANDregion>=SELECTaccess.region_from'
                   || 'ANDregion<=SELECTaccess.region_to'
    loop
        execute format(
            'alter policy %I on %I.%I using (
                 agency_id = (select access.agency()) or (select access.is_machine()) or (select access.agency()) = any (shared_with)
                 or ((select access.line_above()) = any (array[line, ''*'']) and region <@ (select access.span())))',
            one.policyname, one.schemaname, one.tablename);
    end loop;
    perform set_config('search_path', path, true);
end
$$;
