-- What screening found, whose it is, by when it must be looked at, and what people did with it.
create table leads.numbering (
    year integer primary key check (year between 2000 and 2999),
    last bigint not null check (last >= 0)                      -- gaps are allowed: numbers are taken ahead
);

-- Leads, and listings that were screened and not suspected (CLEARED): the reason why not is kept like the reason why.
create table leads.lead (
    id               bigint generated always as identity primary key,
    number           text not null unique check (number ~ '^[XS]-[0-9]{4}-[0-9]{6,}$'),
    state            text not null check (state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED',
        'TRANSFERRED', 'FILED', 'MERGED', 'DISMISSED', 'CLEARED')),
    state_before     text,                                      -- where it goes when taken back
    standing         text not null check (standing in ('SUSPECT', 'REVIEW', 'CLEAR')),
    kind             text not null,                             -- as screening calls it: evasive-spelling
    score            integer not null check (score between 0 and 10000), -- ten-thousandths
    right_id         text not null,                             -- empty when no right is named
    right_name       text not null,
    right_holder     text not null,
    right_kind       text not null,                             -- trademark, copyright, …; empty when none
    title            text not null,
    description      text not null,
    category         text not null,
    price_fen        bigint check (price_fen >= 0),
    currency         text not null,
    seller           text not null,
    seller_code      text not null,
    platform         text not null,
    url              text not null,
    seller_region    integer,
    listing_id       bigint unique,                             -- null when written down by hand
    batch_id         bigint,
    row_number       bigint,
    external_id      text not null,
    explanation      jsonb not null,                            -- findings, terms of the score, clearings
    snapshot         text not null,                             -- of the rights and claims it was screened with
    route_rule       text not null,                             -- why this line
    route_basis      text not null,                             -- why this place: SELLER, PLATFORM, RECEIVER
    received_on      date not null,
    received_at      timestamptz not null,
    clock_from       date not null,                             -- the day that starts the clock; it is not counted
    due              date,                                      -- last day to verify
    extensions       integer not null default 0 check (extensions between 0 and 9),
    assignee         bigint,
    assignee_name    text not null default '',
    transferred_from bigint,
    merged_into      text,
    ground           text not null default '',                  -- code of the ground it was dismissed on
    case_number      text,
    version          integer not null default 1,
    changed_by       text not null,
    changed_at       timestamptz not null,
    agency_id        bigint not null,
    line             text not null,
    region           integer not null,
    shared_with      bigint[] not null default '{}',
    check (state <> 'FILED' or case_number is not null),
    check (state <> 'MERGED' or merged_into is not null),
    check (state <> 'DISMISSED' or ground <> ''),
    check ((state = 'CLEARED') = (number like 'S-%'))
);
-- The list: open ones of an agency by score, by day, by arrival; those above look across agencies.
create index lead_open_score on leads.lead (agency_id, score desc, id desc)
    where state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED');
create index lead_open_due on leads.lead (agency_id, due, id)
    where state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED');
create index lead_open_arrival on leads.lead (agency_id, id desc)
    where state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED');
create index lead_across_score on leads.lead (score desc, id desc)
    where state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED');
create index lead_across_due on leads.lead (due, id)
    where state in ('RECEIVED', 'SCREENED', 'ASSIGNED', 'VERIFYING', 'VERIFIED', 'TRANSFERRED');
create index lead_of_agency on leads.lead (agency_id, id desc);
create index lead_of_assignee on leads.lead (assignee, due, id) where assignee is not null;
-- Other leads of the same seller; same seller and right: a duplicate may be.
create index lead_of_seller on leads.lead (seller, right_id) where seller <> '' and state <> 'CLEARED';
create index lead_of_batch on leads.lead (batch_id, id) where state <> 'CLEARED';
create index lead_merged on leads.lead (merged_into) where merged_into is not null;
-- Pairs of neighbouring characters: trigrams cannot find a word of two, as most Chinese ones are.
create function leads.pairs(words text) returns text[] language sql immutable strict parallel safe
    as $$ select coalesce(array_agg(distinct substr(lower(words), i, 2)), '{}')
            from generate_series(1, length(words) - 1) i $$;
create index lead_of_words on leads.lead using gin (leads.pairs(title || ' ' || seller)) where state <> 'CLEARED';
-- Row-level security keeps a search from its index, since an operator might tell what it was asked about. This one
-- tells numbers only; the rows behind them pass the policies as any others.
create function leads.saying(words text) returns setof bigint
    language sql stable strict security definer rows 200 set search_path = leads, pg_temp
    as $$ select id
            from leads.lead
           where state <> 'CLEARED'
             and leads.pairs(title || ' ' || seller) @> leads.pairs(words)
             and position(lower(words) in lower(title || ' ' || seller)) > 0
           order by id desc
           limit 5000 $$;
create index lead_shared on leads.lead using gin (shared_with) where shared_with <> '{}';

-- One row a chunk of a batch: told twice is screened once. Counts of all listings, suspected or not.
create table leads.chunk (
    batch_id     bigint not null,
    from_listing bigint not null,
    to_listing   bigint not null check (to_listing >= from_listing),
    screened     integer not null check (screened >= 0),
    suspects     integer not null default 0 check (suspects >= 0),
    reviews      integer not null default 0 check (reviews >= 0),
    cleared      jsonb not null default '{}',                   -- kind of the clearing → how many
    screened_at  timestamptz not null,
    day          date not null,
    agency_id    bigint not null,
    line         text not null,
    region       integer not null,
    shared_with  bigint[] not null default '{}',
    primary key (batch_id, from_listing)
);
create index chunk_of_day on leads.chunk (agency_id, day);

-- What people found when they looked.
create table leads.verification (
    id          bigint generated always as identity primary key,
    lead_id     bigint not null references leads.lead (id),
    outcome     text not null check (outcome in ('CONFIRMED', 'UNFOUNDED', 'INCONCLUSIVE')),
    place       text not null,
    notes       text not null check (notes <> '' and length(notes) <= 4000),
    visited_on  date not null,
    person_id   bigint not null,
    person      text not null,
    recorded_at timestamptz not null
);
create index verification_of_lead on leads.verification (lead_id, id);

create table leads.photo (
    id              bigint generated always as identity primary key,
    lead_id         bigint not null references leads.lead (id),
    verification_id bigint not null references leads.verification (id),
    file_name       text not null,
    media_type      text not null check (media_type in ('image/jpeg', 'image/png', 'image/heic')),
    bytes           bigint not null check (bytes > 0),
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content         bytea not null
);
create index photo_of_lead on leads.photo (lead_id, id);

create table leads.extension (
    id           bigint generated always as identity primary key,
    lead_id      bigint not null references leads.lead (id),
    reason       text not null check (reason <> '' and length(reason) <= 1000),
    asked_by     bigint not null,
    asked_name   text not null,
    asked_at     timestamptz not null,
    answer       text not null default 'OPEN' check (answer in ('OPEN', 'APPROVED', 'REFUSED')),
    answered_by  text not null default '',
    answered_at  timestamptz,
    answer_words text not null default ''
);
create index extension_of_lead on leads.extension (lead_id, id);
create unique index extension_open on leads.extension (lead_id) where answer = 'OPEN';

create table leads.transfer (
    id        bigint generated always as identity primary key,
    lead_id   bigint not null references leads.lead (id),
    from_name text not null,
    to_name   text not null,
    to_agency bigint not null,
    reason    text not null check (reason <> '' and length(reason) <= 1000),
    person    text not null,
    moved_at  timestamptz not null
);
create index transfer_of_lead on leads.transfer (lead_id, id);

-- What can be taken back for some seconds: how each lead stood before, and which version must still stand.
create table leads.step (
    id        bigint generated always as identity primary key,
    person_id bigint not null,
    done_at   timestamptz not null,
    before    jsonb not null
);
create index step_of_person on leads.step (person_id, id);

create table leads.saved_view (
    id        bigint generated always as identity primary key,
    person_id bigint not null,
    name      text not null check (name <> '' and length(name) <= 40),
    query     text not null check (length(query) <= 1000),
    unique (person_id, name)
);

create table leads.preference (
    person_id bigint primary key,
    columns   text[] not null
);

call access.publish('leads.numbering', '{}');
call access.protect('leads.lead', '{OFFICER,HEAD}');
call access.protect('leads.chunk', '{}');
call access.protect_with('leads.verification', 'leads.lead', 'lead_id', '{OFFICER,HEAD}');
call access.protect_with('leads.photo', 'leads.lead', 'lead_id', '{OFFICER,HEAD}');
call access.protect_with('leads.extension', 'leads.lead', 'lead_id', '{OFFICER,HEAD}');
call access.protect_with('leads.transfer', 'leads.lead', 'lead_id', '{OFFICER,HEAD}');
call access.keep_private('leads.step');
call access.keep_private('leads.saved_view');
call access.keep_private('leads.preference');
grant usage on schema leads to ${app};
