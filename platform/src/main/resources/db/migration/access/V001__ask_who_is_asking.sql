-- Who is asking is a statement signed by the server, set for one transaction and checked here: whoever gets hold of
-- the application's connection can repeat it, but not write another one.
create extension if not exists pgcrypto schema access;
create extension if not exists btree_gist schema access;
create extension if not exists pg_trgm schema access;

create table access.signing_key (
    only_one boolean primary key default true check (only_one),
    key      bytea not null
);
insert into access.signing_key (key) values (access.gen_random_bytes(32));

-- person | agency | line | region from | region to | scope | roles
create function access.claims() returns text[]
    language plpgsql stable parallel safe security definer set search_path = access, pg_temp
as $$
declare
    ticket text := current_setting('hengjian.ticket', true);
    said text;
begin
    if ticket is null or ticket = '' then
        return null;
    end if;
    said := left(ticket, -65);
    if right(ticket, 64) <> (select encode(hmac(convert_to(said, 'UTF8'), key, 'sha256'), 'hex') from signing_key) then
        raise insufficient_privilege using message = 'the ticket is not ours';
    end if;
    return string_to_array(said, '|');
end
$$;

create function access.person() returns bigint language sql stable parallel safe
    as $$ select (access.claims())[1]::bigint $$;
create function access.agency() returns bigint language sql stable parallel safe
    as $$ select (access.claims())[2]::bigint $$;
create function access.line() returns text language sql stable parallel safe
    as $$ select (access.claims())[3] $$;
create function access.region_from() returns integer language sql stable parallel safe
    as $$ select (access.claims())[4]::integer $$;
create function access.region_to() returns integer language sql stable parallel safe
    as $$ select (access.claims())[5]::integer $$;
create function access.scope() returns text language sql stable parallel safe
    as $$ select (access.claims())[6] $$;
create function access.roles() returns text[] language sql stable parallel safe
    as $$ select string_to_array((access.claims())[7], ',') $$;
create function access.is_machine() returns boolean language sql stable parallel safe
    as $$ select coalesce((access.claims())[6] = 'MACHINE', false) $$;
create function access.is_signed_in() returns boolean language sql stable parallel safe
    as $$ select access.claims() is not null $$;
create function access.has(wanted text[]) returns boolean language sql stable parallel safe
    as $$ select coalesce(access.roles() && wanted, false) or access.is_machine() $$;

-- A business table: columns agency_id, line, region, shared_with say whose the row is.
--   seen by     its agency; those it was shared with; the same line above it (LINE); all lines above it (ACROSS)
--   changed by  its own agency's people in one of the roles given
-- Nothing is ever deleted.
create procedure access.protect(target regclass, writers text[])
    language plpgsql
as $$
declare
    mine constant text := 'agency_id = (select access.agency())';
    may constant text := format('(select access.has(%L))', writers);
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy seen on %s for select using (
             (select access.is_machine()) or %s or (select access.agency()) = any (shared_with)
             or ((select access.scope()) = ''LINE'' and line = (select access.line())
                 and region between (select access.region_from()) and (select access.region_to()))
             or ((select access.scope()) = ''ACROSS''
                 and region between (select access.region_from()) and (select access.region_to())))', target, mine);
    execute format(
        'create policy added on %s for insert with check ((select access.is_machine()) or (%s and %s))',
        target, mine, may);
    execute format(
        'create policy changed on %s for update
             using ((select access.is_machine()) or (%s and %s))
             with check ((select access.is_machine())
                 or (%s and (%s or (select access.agency()) = any (shared_with))))',
        target, mine, may, may, mine);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;

-- A table whose rows belong to a row of a protected table and are seen and changed with it.
create procedure access.protect_with(target regclass, parent regclass, reference text, writers text[])
    language plpgsql
as $$
declare
    parent_seen constant text := format('exists (select from %s p where p.id = %s.%I)', parent, target, reference);
    parent_mine constant text := format(
        'exists (select from %s p where p.id = %s.%I and p.agency_id = (select access.agency()))',
        parent, target, reference);
    may constant text := format('(select access.has(%L))', writers);
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy seen on %s for select using ((select access.is_machine()) or %s)', target, parent_seen);
    execute format(
        'create policy added on %s for insert with check ((select access.is_machine()) or (%s and %s))',
        target, parent_mine, may);
    execute format(
        'create policy changed on %s for update using ((select access.is_machine()) or (%s and %s))',
        target, parent_mine, may);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;

-- Reference data: every signed-in person reads it, the roles given keep it.
create procedure access.publish(target regclass, writers text[])
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy seen on %s for select using ((select access.is_signed_in()))', target);
    execute format(
        'create policy added on %s for insert with check ((select access.has(%L)))', target, writers);
    execute format(
        'create policy changed on %s for update using ((select access.has(%L)))', target, writers);
    execute format('grant select, insert, update on %s to ${app}', target);
end
$$;

-- A table for one person's own things (saved views, preferences): column person_id.
create procedure access.keep_private(target regclass)
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy own on %s using ((select access.is_machine()) or person_id = (select access.person()))
             with check ((select access.is_machine()) or person_id = (select access.person()))', target);
    execute format('grant select, insert, update, delete on %s to ${app}', target);
end
$$;

grant usage on schema access to ${app};
