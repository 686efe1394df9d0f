-- The same questions, asked so that a step of a case pays less for the answers: they were a fifth of what it cost the database.

-- The key is read once for each session and not at each question: immutable, so that it stands in the plan of claims().
-- Whoever changes the key ends the sessions. Only the owner may ask for it, as before.
create function access.secret() returns bytea
    language sql immutable parallel safe security definer set search_path = access, pg_temp
    as $$ select key from signing_key $$;
revoke all on function access.secret() from public;

create or replace function access.claims() returns text[]
    language plpgsql stable parallel safe security definer set search_path = access, pg_temp
as $$
declare
    ticket constant text := current_setting('hengjian.ticket', true);
    said text;
begin
    if ticket is null or ticket = '' then
        return null;
    end if;
    said := left(ticket, -65);
    if right(ticket, 64) <> encode(hmac(convert_to(said, 'UTF8'), secret(), 'sha256'), 'hex') then
        raise insufficient_privilege using message = 'the ticket is not ours';
    end if;
    return string_to_array(said, '|');
end
$$;

-- The viewer's agency, if the viewer holds one of the roles: one question for what a person may write, not three.
create function access.agency_as(wanted text[]) returns bigint
    language plpgsql stable parallel safe
as $$
declare
    said constant text[] := access.claims();
begin
    return case when string_to_array(said[7], ',') && wanted then said[2]::bigint end;
end
$$;

-- As before, with that question, and the own agency asked for first: most rows are its own.
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
             or ((select access.scope()) = ''LINE'' and line = (select access.line())
                 and region between (select access.region_from()) and (select access.region_to()))
             or ((select access.scope()) = ''ACROSS''
                 and region between (select access.region_from()) and (select access.region_to())))', target);
    execute format('create policy added on %s for insert with check (%s or (select access.is_machine()))', target, mine);
    execute format(
        'create policy changed on %s for update
             using (%s or (select access.is_machine()))
             with check (%s or (select access.is_machine()) or (select access.agency_as(%L)) = any (shared_with))',
        target, mine, mine, writers);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;

create or replace procedure access.protect_with(target regclass, parent regclass, reference text, writers text[])
    language plpgsql
as $$
declare
    parent_seen constant text := format('exists (select from %s p where p.id = %s.%I)', parent, target, reference);
    parent_mine constant text := format(
        'exists (select from %s p where p.id = %s.%I and p.agency_id = (select access.agency_as(%L)))',
        parent, target, reference, writers);
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy seen on %s for select using ((select access.is_machine()) or %s)', target, parent_seen);
    execute format(
        'create policy added on %s for insert with check ((select access.is_machine()) or %s)', target, parent_mine);
    execute format(
        'create policy changed on %s for update using ((select access.is_machine()) or %s)', target, parent_mine);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;

-- The tables that are protected already: what the two procedures above wrote there before becomes what they write now; a
-- policy that a room wrote otherwise stays.
create function access.asking_less(policy text) returns text
    language sql immutable
as $$
    select regexp_replace(regexp_replace(regexp_replace(regexp_replace(policy,
        '^\(\( SELECT access\.is_machine\(\) AS is_machine\) OR \(agency_id = \( SELECT access\.agency\(\) AS agency\)\) OR ',
        '((agency_id = ( SELECT access.agency())) OR ( SELECT access.is_machine()) OR '),
        '^\(\( SELECT access\.is_machine\(\) AS is_machine\) OR \(\(agency_id = \( SELECT access\.agency\(\) AS agency\)\) AND'
            || ' \( SELECT access\.has\((''[^'']*''::text\[\])\) AS has\)\)\)$',
        '((agency_id = ( SELECT access.agency_as(\1))) OR ( SELECT access.is_machine()))'),
        '^\(\( SELECT access\.is_machine\(\) AS is_machine\) OR \(\( SELECT access\.has\((''[^'']*''::text\[\])\) AS has\) AND'
            || ' \(\(agency_id = \( SELECT access\.agency\(\) AS agency\)\) OR'
            || ' \(\( SELECT access\.agency\(\) AS agency\) = ANY \(shared_with\)\)\)\)\)$',
        '((agency_id = ( SELECT access.agency_as(\1))) OR ( SELECT access.is_machine())'
            || ' OR (( SELECT access.agency_as(\1)) = ANY (shared_with)))'),
        '^(\(\( SELECT access\.is_machine\(\) AS is_machine\) OR )\((\(EXISTS \( SELECT\s+FROM \S+ p\s+WHERE \(\(p\.id = \S+\) AND'
            || ' \(p\.agency_id = )\( SELECT access\.agency\(\) AS agency\)(\)\)\)\)) AND'
            || ' \( SELECT access\.has\((''[^'']*''::text\[\])\) AS has\)\)\)$',
        '\1\2( SELECT access.agency_as(\4))\3)')
$$;
do $$
declare
    one record;
    path constant text := current_setting('search_path');
begin
    perform set_config('search_path', 'pg_catalog', true); -- so that the policies name the schema of what they ask
    for one in
        select schemaname, tablename, policyname, qual, with_check,
               access.asking_less(qual) as using_less, access.asking_less(with_check) as with_less
          from pg_policies
    loop
        if one.qual is distinct from one.using_less or one.with_check is distinct from one.with_less then
            execute format('alter policy %I on %I.%I', one.policyname, one.schemaname, one.tablename)
                    || coalesce(' using (' || one.using_less || ')', '')
                    || coalesce(' with check (' || one.with_less || ')', '');
        end if;
    end loop;
    perform set_config('search_path', path, true);
end
$$;
drop function access.asking_less(text);
