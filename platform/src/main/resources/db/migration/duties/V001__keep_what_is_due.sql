-- What someone must do by a day, of all rooms: each keeps here what runs on its things, in the transaction of the step
-- that starts, moves or ends it. Which day, by which sentence, is the law library's answer.
create table duties.duty (
    id           bigint generated always as identity primary key,
    object       text not null check (object <> ''),            -- kind of thing, 'case'
    object_id    bigint not null,
    key          text not null check (key <> ''),               -- one of the duties on that thing
    duty         text not null check (duty <> ''),              -- id in the law library
    name_key     text not null,                                 -- message that names it
    subject      text not null,                                 -- number of the thing
    title        text not null,
    href         text not null,
    started_on   date not null,                                 -- start event; not counted
    warn_on      date not null,                                 -- from here on the light is amber
    due_on       date not null,
    in_working_days boolean not null,
    paused_until date,                                          -- stands still until then; infinity: nobody can tell
    done_on      date,                                          -- met, or ended by another step
    owners       bigint[] not null,
    owner_names  text not null,
    instrument   text not null,
    article      text not null,
    quote        text not null,
    agency_id    bigint not null,
    line         text not null,
    region       integer not null,
    shared_with  bigint[] not null default '{}',
    unique (object, object_id, key)
);
create index duty_of_agency on duties.duty (agency_id, due_on, id) where done_on is null;
create index duty_of_region on duties.duty (region, due_on, id) where done_on is null;
create index duty_of_owner on duties.duty using gin (owners) where done_on is null;
create index duty_running on duties.duty (due_on, id) where done_on is null;

-- 逾期台账: written when the last day has passed and the duty had not been done; nothing takes it away again.
create table duties.missed (
    id           bigint generated always as identity primary key,
    duty_id      bigint not null references duties.duty (id),
    due_on       date not null,                                 -- the last day that was missed
    entered_on   date not null,                                 -- the day that passed
    escalated_to text not null,                                 -- heads of the agency at that time
    unique (duty_id, due_on)
);
create index missed_by_day on duties.missed (due_on desc, id desc);

call access.protect('duties.duty', '{OFFICER,REVIEWER,HEAD}');
call access.protect_with('duties.missed', 'duties.duty', 'duty_id', '{}');
revoke update on duties.missed from ${app};

create function duties.refuse() returns trigger
    language plpgsql
as $$
begin
    raise exception 'the ledger of missed duties is only ever added to' using errcode = 'HJ004';
end
$$;
create trigger kept before update or delete on duties.missed for each row execute function duties.refuse();
create trigger kept_whole before truncate on duties.missed for each statement execute function duties.refuse();

grant usage on schema duties to ${app};
