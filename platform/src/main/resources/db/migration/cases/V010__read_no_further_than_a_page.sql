-- What others let an agency read, in each order of the list: the array on the case can be searched but not read in order.
-- Of most cases there is no row here; of the others one is written when readers, state, due day or penalty change.
create table cases.case_told (
    agency_id   bigint not null,                                -- the reader's
    case_id     bigint not null references cases.case_file (id),
    state       text not null,
    due_on      date,
    penalty_fen bigint not null,
    primary key (agency_id, case_id) include (state, due_on)
);
-- Nobody is granted anything on it: it is read by the function below.
alter table cases.case_told enable row level security;
insert into cases.case_told (agency_id, case_id, state, due_on, penalty_fen)
select distinct reader, id, state, due_on, fine_fen + confiscated_fen
  from cases.case_file, unnest(shared_with) as reader
 where shared_with <> '{}';
create index case_told_by_due_day on cases.case_told (agency_id, due_on, case_id) include (state) where due_on is not null;
create index case_told_by_penalty on cases.case_told (agency_id, penalty_fen desc, case_id desc) include (state, due_on);

create function cases.keep_told() returns trigger
    language plpgsql security definer set search_path = cases, pg_temp
as $$
begin
    if tg_op = 'UPDATE' then
        delete from case_told t where t.case_id = new.id and t.agency_id <> all (new.shared_with);
    end if;
    insert into case_told as t (agency_id, case_id, state, due_on, penalty_fen)
    select distinct reader, new.id, new.state, new.due_on, new.fine_fen + new.confiscated_fen
      from unnest(new.shared_with) as reader
        on conflict (agency_id, case_id) do update
       set state = excluded.state, due_on = excluded.due_on, penalty_fen = excluded.penalty_fen;
    return null;
end
$$;
create index case_told_of_case on cases.case_told (case_id);
create trigger told after insert on cases.case_file for each row
    when (new.shared_with <> '{}') execute function cases.keep_told();
create trigger told_anew after update on cases.case_file for each row
    when ((old.shared_with <> '{}' or new.shared_with <> '{}')
        and (old.shared_with, old.state, old.due_on, old.fine_fen, old.confiscated_fen)
            is distinct from (new.shared_with, new.state, new.due_on, new.fine_fen, new.confiscated_fen))
    execute function cases.keep_told();

-- The next of what the viewer's own agency is let read, in an order of the list. Null for what is not asked for: one state,
-- due before a day, no more than so many.
drop function cases.told(bigint, integer);
create function cases.told(sort text, key bigint, id bigint, wanted text, before date, most integer) returns setof bigint
    language plpgsql stable security definer rows 50 set search_path = cases, pg_temp
as $$
declare
    viewers constant bigint := access.agency();
    after constant date := date '1970-01-01' + case when sort = 'DUE' then key::integer else 0 end;
begin
    case sort
        when 'NEWEST' then
            return query select t.case_id from case_told t
                          where t.agency_id = viewers and t.case_id < id
                            and (wanted is null or t.state = wanted) and (before is null or t.due_on < before)
                          order by t.case_id desc limit most;
        when 'DUE' then
            return query select t.case_id from case_told t
                          where t.agency_id = viewers and t.due_on is not null and (t.due_on, t.case_id) > (after, id)
                            and (wanted is null or t.state = wanted) and (before is null or t.due_on < before)
                          order by t.due_on, t.case_id limit most;
        when 'PENALTY' then
            return query select t.case_id from case_told t
                          where t.agency_id = viewers and (t.penalty_fen, t.case_id) < (key, id)
                            and (wanted is null or t.state = wanted) and (before is null or t.due_on < before)
                          order by t.penalty_fen desc, t.case_id desc limit most;
    end case;
end
$$;
drop function cases.told();
drop index cases.case_shared;

-- An officer's cases by penalty: kept beside the officer as well as that a case runs, and written when one is imposed.
alter table cases.case_officer add column penalty_fen bigint not null default 0;
update cases.case_officer o
   set penalty_fen = c.fine_fen + c.confiscated_fen
  from cases.case_file c
 where c.id = o.case_id
   and c.fine_fen + c.confiscated_fen > 0;
create index case_penalty_of_officer on cases.case_officer (person_id, penalty_fen desc, case_id desc) where left_on is null;
create function cases.say_what_was_imposed() returns trigger
    language plpgsql security definer set search_path = cases, pg_temp
as $$
begin
    update case_officer set penalty_fen = new.fine_fen + new.confiscated_fen where case_id = new.id;
    return null;
end
$$;
create trigger imposed after update on cases.case_file for each row
    when (old.fine_fen + old.confiscated_fen <> new.fine_fen + new.confiscated_fen)
    execute function cases.say_what_was_imposed();
create or replace function cases.ask_whether_it_runs() returns trigger
    language plpgsql security definer set search_path = cases, pg_temp
as $$
begin
    select c.due_on is not null, c.fine_fen + c.confiscated_fen
      into new.running, new.penalty_fen
      from case_file c
     where c.id = new.case_id;
    new.running := coalesce(new.running, false);
    new.penalty_fen := coalesce(new.penalty_fen, 0);
    return new;
end
$$;
revoke all on function cases.keep_told(), cases.say_what_was_imposed() from public;

call access.find_regions('cases.regions', 'cases.case_file');
create or replace function cases.terms(words text) returns text[]
    language sql immutable strict parallel safe
    as $$ select access.terms(words) $$;
create or replace function cases.sought(words text) returns text[]
    language sql immutable strict parallel safe
    as $$ select access.sought(words) $$;
