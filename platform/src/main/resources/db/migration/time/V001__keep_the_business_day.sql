-- Days are passed one by one, each once; where we are is remembered, so that none is skipped while the server is off.
create table time.passage (
    only_one   boolean primary key default true check (only_one),
    passed     date not null,
    shift_ms   bigint not null default 0 -- simulated time minus real time; stays 0 in production
);
grant usage on schema time to ${app};
grant select, insert, update on time.passage to ${app};
