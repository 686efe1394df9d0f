-- Delay adds to a fine (加处罚款): what is paid may exceed fine and confiscation by that much.
alter table cases.case_file add column surcharge_fen bigint not null default 0 check (surcharge_fen >= 0);
do $$
declare
    old constant text := (select conname
                            from pg_constraint
                           where conrelid = 'cases.case_file'::regclass
                             and contype = 'c'
                             and pg_get_constraintdef(oid) like '%paid_fen <= (fine_fen + confiscated_fen)%');
begin
    execute format('alter table cases.case_file drop constraint %I', old);
end
$$;
alter table cases.case_file add constraint no_more_paid_than_owed
    check (paid_fen <= fine_fen + confiscated_fen + surcharge_fen);
alter table cases.case_file add constraint no_more_added_than_the_fine check (surcharge_fen <= fine_fen);
