-- Who sells: market subjects, the shops they run on platforms, natural persons under seal; what was joined can be parted.

-- Every pair of neighbouring characters, and every character: finds 衡溪 inside a longer name by index, which trigrams
-- cannot (two characters make none).
create function parties.grams(word text) returns text[]
    language sql immutable parallel safe
    return (select coalesce(array_agg(distinct substr(word, at, size)), '{}')
              from generate_series(1, length(word)) at
             cross join (values (1), (2)) sizes (size)
             where at + size - 1 <= length(word));

-- What a row must at least have to contain the word.
create function parties.grams_sought(word text) returns text[]
    language sql immutable parallel safe
    return (select coalesce(array_agg(distinct substr(word, at, least(length(word), 2))), '{}')
              from generate_series(1, greatest(length(word) - 1, 1)) at
             where word <> '');

create table parties.subject (
    id             bigint generated always as identity primary key,
    name           text not null check (name <> ''),
    credit_code    text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'), -- GB 32100
    kind           text not null check (kind in ('ENTERPRISE', 'INDIVIDUAL', 'COOPERATIVE', 'ORGANISATION', 'UNKNOWN')),
    status         text not null check (status in ('ACTIVE', 'REVOKED', 'CANCELLED', 'UNKNOWN')),
    region         integer check (region between 100000 and 999999),
    address        text not null default '',
    representative bytea,                          -- 法定代表人, sealed
    -- false: known only from what a listing said of its seller
    confirmed      boolean not null,
    source         text not null default '',
    first_seen     date not null,
    version        integer not null default 1,
    changed_at     timestamptz not null,
    changed_by     text not null,
    sought         text not null,                  -- folded names and readings
    grams          text[] generated always as (parties.grams(sought)) stored
);
create index subject_sought on parties.subject using gin (grams);
create index subject_listed on parties.subject (name, id);
create index subject_of_region on parties.subject (region, id);

create table parties.person (
    id              bigint generated always as identity primary key,
    agency_id       bigint not null,
    line            text not null,
    region          integer not null,
    shared_with     bigint[] not null default '{}',
    name            bytea not null,                -- sealed, as are the next three
    identity_number bytea,
    phone           bytea,
    address         bytea,
    identity_trace  bytea,                         -- equal for equal numbers
    name_trace      bytea not null,
    place           integer check (place between 100000 and 999999), -- region of the residence
    note            text not null default '',
    first_seen      date not null,
    version         integer not null default 1,
    changed_at      timestamptz not null,
    changed_by      text not null
);
create index person_of_agency on parties.person (agency_id, id);
create index person_of_line on parties.person (line, region, id);
create index person_shared on parties.person using gin (shared_with);
create index person_traced on parties.person (identity_trace);

create table parties.shop (
    id           bigint generated always as identity primary key,
    platform     text not null check (platform <> ''),
    platform_key text not null,                    -- folded
    account      text not null default '',         -- the platform's own id, where it told us
    handle       text not null,                    -- account, or the folded name where there is none
    name         text not null check (name <> ''),
    url          text not null default '',
    region       integer check (region between 100000 and 999999),
    opened_on    date,
    subject_id   bigint references parties.subject (id),
    person_id    bigint references parties.person (id),
    first_seen   date not null,
    last_seen    date not null check (last_seen >= first_seen),
    version      integer not null default 1,
    changed_at   timestamptz not null,
    changed_by   text not null,
    sought       text not null,
    grams        text[] generated always as (parties.grams(sought)) stored,
    unique (platform_key, handle),
    check (subject_id is null or person_id is null)
);
create index shop_sought on parties.shop using gin (grams);
create index shop_of_subject on parties.shop (subject_id, id);
create index shop_of_person on parties.shop (person_id) where person_id is not null;
create index shop_listed on parties.shop (name, id);

-- 归并: several shops said to be one subject's, by whom and why; undone, each goes back to where it was.
create table parties.joining (
    id           bigint generated always as identity primary key,
    subject_id   bigint not null references parties.subject (id),
    reason       text not null check (reason <> ''),
    joined_at    timestamptz not null,
    joined_by    text not null,
    parted_at    timestamptz,
    parted_by    text,
    parted_why   text,
    check ((parted_at is null) = (parted_by is null))
);
create index joining_of_subject on parties.joining (subject_id, id);
create table parties.joined_shop (
    joining_id     bigint not null references parties.joining (id),
    shop_id        bigint not null references parties.shop (id),
    subject_before bigint references parties.subject (id),
    primary key (joining_id, shop_id)
);
create index joined_shop_of_shop on parties.joined_shop (shop_id);

-- Who opened which sealed data for what purpose, and until when it stays open to them.
create table parties.opening (
    id         bigint generated always as identity primary key,
    person_id  bigint not null,                    -- who reads
    object     text not null check (object in ('subject', 'person')),
    object_id  bigint not null,
    purpose    text not null check (purpose <> ''),
    opened_at  timestamptz not null,
    closes_at  timestamptz not null check (closes_at > opened_at)
);
create index opening_of_reader on parties.opening (person_id, object, object_id, closes_at);

call access.publish('parties.subject', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,ADMINISTRATOR}');
call access.publish('parties.shop', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE,ADMINISTRATOR}');
call access.publish('parties.joining', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}');
call access.publish('parties.joined_shop', '{OFFICER,REVIEWER,HEAD,ANALYST,POLICE}');
call access.protect('parties.person', '{OFFICER,REVIEWER,HEAD,POLICE}');
call access.keep_private('parties.opening');
grant usage on schema parties to ${app};
