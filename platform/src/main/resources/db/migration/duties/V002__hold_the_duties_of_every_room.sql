-- Duties of every room: one thing may bind several agencies, each of which sees the clocks of the others that work on it,
-- and what was asked of the law is kept, so that the days can be counted again in front of whoever asks why.
alter table duties.duty
    add column due_at timestamptz,                              -- last moment of what runs in hours
    add column question text not null default '',               -- as asked of the law library; empty: kept before this
    add column cause text not null default '',                  -- why it stands still or was extended
    add column cause_number text not null default '';           -- number of the document that says so
create index duty_shared on duties.duty using gin (shared_with) where done_on is null;
create index duty_of_kind on duties.duty (object, due_on, id) where done_on is null;
