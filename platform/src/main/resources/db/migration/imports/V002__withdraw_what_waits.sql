-- A file that waits for its columns to be confirmed can be withdrawn: what was sent is dropped, that it was sent stays.
alter table imports.batch drop constraint batch_state_check;
alter table imports.batch add constraint batch_state_check
    check (state in ('UPLOADED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED', 'WITHDRAWN'));
alter table imports.batch add constraint withdrawn_holds_nothing
    check (state <> 'WITHDRAWN' or received = 0 and octet_length(content) = 0 and ended_at is not null);
