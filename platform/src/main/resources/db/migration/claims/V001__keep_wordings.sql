-- 声称用语: words that speak about goods, as people keep them beside those that the product ships.
create table claims.wording (
    id           bigint generated always as identity primary key,
    words        text not null check (words <> '' and length(words) <= 60),
    language     text not null check (language in ('zh', 'en')),
    switches_off boolean not null default false,         -- the shipped words of that text count no more
    kind         text not null,                          -- as screening calls it: counterfeit-claim
    weight       numeric(3, 1) not null check (weight between 0 and 6),
    topic        text not null check (length(topic) <= 40),
    unless       text[] not null default '{}',           -- words that give it an honest sense
    from_day     date not null,
    to_day       date check (to_day >= from_day),
    source       text not null check (source <> '' and length(source) <= 200),
    note         text not null default '' check (length(note) <= 1000),
    state        text not null default 'DRAFT' check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    replaces     bigint references claims.wording (id),  -- what it takes the place of when it is published
    version      integer not null default 1,
    writer_id    bigint not null,
    writer       text not null,
    written_at   timestamptz not null,
    trial        jsonb,                                  -- what it would have changed, of this version
    tried_at     timestamptz,
    decided_by   text not null default '',
    decided_at   timestamptz,
    decided_why  text not null default '',
    check (state = 'DRAFT' or decided_by <> ''),
    check (state <> 'PUBLISHED' or trial is not null)
);
create unique index wording_in_force on claims.wording (words, language) where state = 'PUBLISHED';
create index wording_listed on claims.wording (state, id desc);

-- Those who work on leads read it; sellers' platforms and right holders do not, who could write around it. Nobody
-- publishes what they wrote themselves, whatever the application believes.
alter table claims.wording enable row level security;
create policy seen on claims.wording for select
    using ((select access.is_machine())
           or (select access.has('{OFFICER,REVIEWER,HEAD,ANALYST,AUDITOR,ADMINISTRATOR}')));
create policy added on claims.wording for insert
    with check ((select access.has('{OFFICER,ANALYST,ADMINISTRATOR}'))
                and state = 'DRAFT' and writer_id = (select access.person()));
create policy changed on claims.wording for update
    using ((select access.has('{OFFICER,HEAD,ANALYST,ADMINISTRATOR}')))
    with check (state = 'DRAFT'
                or (select access.has('{HEAD,ANALYST,ADMINISTRATOR}'))
                   and (state = 'WITHDRAWN' or writer_id <> (select access.person())));
grant select, insert, update on claims.wording to ${app};
grant usage on schema claims to ${app};
