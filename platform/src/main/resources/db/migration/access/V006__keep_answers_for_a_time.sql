-- An answer under a key can be repeated for as long as a request may be sent again, not for ever. Each room has its own; the
-- platform alone forgets them, those of before a moment, which it finds without reading the others.
create procedure access.keep_answers_for_a_time(room text)
    language plpgsql
as $$
begin
    execute format('create index answered_by_time on %I.answered_request using brin (at)', room);
    execute format(
        'create function %1$I.forget_answers(before timestamptz) returns bigint
             language plpgsql security definer set search_path = pg_catalog, pg_temp
         as $forget$
         declare
             forgotten bigint;
         begin
             if not access.is_machine() then
                 raise insufficient_privilege using message = ''answers are forgotten by the platform alone'';
             end if;
             delete from %1$I.answered_request where at < before;
             get diagnostics forgotten = row_count;
             return forgotten;
         end
         $forget$', room);
    execute format('revoke all on function %I.forget_answers(timestamptz) from public', room);
    execute format('grant execute on function %I.forget_answers(timestamptz) to ${app}', room);
end
$$;
