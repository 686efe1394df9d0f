-- A case whose investigation was terminated (终止调查) is closed without a decision.
alter table cases.case_file drop constraint case_file_state_check;
alter table cases.case_file add constraint case_file_state_check check (state in ('PROPOSED', 'REFUSED', 'FILED',
    'INVESTIGATING', 'UNDER_REVIEW', 'REVIEWED', 'NOTICE_ISSUED', 'INFORMED', 'HEARING_ASKED', 'HEARD', 'TERMINATED',
    'DECIDED', 'SERVED', 'EXECUTING', 'CLOSING', 'CLOSED'));
do $$
declare
    old constant text := (select conname
                            from pg_constraint
                           where conrelid = 'cases.case_file'::regclass
                             and contype = 'c'
                             and pg_get_constraintdef(oid) like '%decided_on IS NOT NULL%EXECUTING%');
begin
    execute format('alter table cases.case_file drop constraint %I', old);
end
$$;
alter table cases.case_file add constraint decided_before_it_is_served
    check (decided_on is not null or state not in ('DECIDED', 'SERVED', 'EXECUTING'));
