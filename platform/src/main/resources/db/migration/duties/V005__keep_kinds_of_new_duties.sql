-- A kind of duty is written down when a row of it is added or changes its kind: a statement that touches none asks nothing.
-- For each statement it was asked twice at each step of a case, whether or not there was anything new.
drop trigger kinds_kept on duties.duty;
drop trigger kinds_kept_anew on duties.duty;
create or replace function duties.keep_kinds() returns trigger
    language plpgsql security definer set search_path = duties, pg_temp
as $$
begin
    if not exists (select from kind where object = new.object and duty = new.duty) then
        insert into kind (object, duty, name_key) values (new.object, new.duty, new.name_key) on conflict (object, duty) do nothing;
    end if;
    return null;
end
$$;
create trigger kinds_kept after insert on duties.duty for each row execute function duties.keep_kinds();
create trigger kinds_kept_anew after update on duties.duty for each row
    when (old.duty is distinct from new.duty) execute function duties.keep_kinds();
