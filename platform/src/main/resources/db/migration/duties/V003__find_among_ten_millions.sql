-- As the lists of cases: a list of duties is put together from the parts in which all that a viewer sees lies, each read in
-- the order of due days from an index and no further than a page. Row-level security still judges every row that is shown.
create index duty_of_name on duties.duty (duty, due_on, id) where done_on is null;
create index duty_standing_still on duties.duty (due_on, id) where done_on is null and paused_until is not null;
-- What is read by others is little, and stays in the ledger when it is done.
drop index duties.duty_shared;
create index duty_shared on duties.duty using gin (shared_with) where shared_with <> '{}';

-- Row-level security keeps "owners @> …" from its index, since an operator might tell what it was asked about. These ask
-- for the viewer and the viewer's own agency alone; the rows behind the numbers pass the policies as any others.
create function duties.owned() returns setof bigint
    language sql stable security definer rows 100 set search_path = duties, pg_temp
    as $$ select id from duty where done_on is null and owners @> array[(select access.person())] $$;
create function duties.told() returns setof bigint
    language sql stable security definer rows 100 set search_path = duties, pg_temp
    as $$ select id from duty where shared_with <> '{}' and shared_with @> array[(select access.agency())] $$;

-- The regions of a span in which something runs, by leaps through the index.
create function duties.regions(first integer, last integer) returns setof integer
    language sql stable security definer rows 20 set search_path = duties, pg_temp
    as $$
        with recursive found (region) as (
            (select region from duty where done_on is null and region between first and last order by region limit 1)
            union all
            select (select d.region from duty d where d.done_on is null and d.region > found.region and d.region <= last
                     order by d.region limit 1)
              from found
             where found.region is not null)
        select region from found where region is not null
    $$;

-- The kinds of duties that were ever kept: written down when the first of a kind is kept, not gathered from all of them at
-- each page.
create table duties.kind (
    object   text not null,
    duty     text not null,
    name_key text not null,
    primary key (object, duty)
);
insert into duties.kind (object, duty, name_key) select object, duty, min(name_key) from duties.duty group by object, duty;
alter table duties.kind enable row level security;
create policy seen on duties.kind for select using ((select access.is_signed_in()));
grant select on duties.kind to ${app};
create function duties.keep_kinds() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
begin
    insert into kind (object, duty, name_key)
    select added.object, added.duty, min(added.name_key)
      from added
     where not exists (select from kind k where k.object = added.object and k.duty = added.duty)
     group by added.object, added.duty
        on conflict (object, duty) do nothing;
    return null;
end
$$;
create trigger kinds_kept after insert on duties.duty referencing new table as added
    for each statement execute function duties.keep_kinds();
create trigger kinds_kept_anew after update on duties.duty referencing new table as added
    for each statement execute function duties.keep_kinds();

-- The ledger says whose an entry is, so that it can be read by agency and by region; the duty goes on saying who sees it.
alter table duties.missed disable trigger kept;
alter table duties.missed add column agency_id bigint, add column region integer;
update duties.missed m set agency_id = d.agency_id, region = d.region from duties.duty d where d.id = m.duty_id;
alter table duties.missed alter column agency_id set not null, alter column region set not null;
alter table duties.missed enable trigger kept;
create index missed_of_agency on duties.missed (agency_id, due_on desc, id desc);
create index missed_of_region on duties.missed (region, due_on desc, id desc);
create function duties.say_whose() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
begin
    select d.agency_id, d.region into new.agency_id, new.region from duty d where d.id = new.duty_id;
    return new;
end
$$;
create trigger whose before insert on duties.missed for each row execute function duties.say_whose();
create function duties.regions_of_missed(first integer, last integer) returns setof integer
    language sql stable security definer rows 20 set search_path = duties, pg_temp
    as $$
        with recursive found (region) as (
            (select region from missed where region between first and last order by region limit 1)
            union all
            select (select m.region from missed m where m.region > found.region and m.region <= last
                     order by m.region limit 1)
              from found
             where found.region is not null)
        select region from found where region is not null
    $$;

-- Seen with its duty, as before; asked so that the duty of each entry is looked up instead of reading all that are seen.
drop policy seen on duties.missed;
create policy seen on duties.missed for select using (
    (select access.is_machine())
    or (select d.id from duties.duty d where d.id = missed.duty_id) is not null);
