-- Product lines and models of a right (产品线与型号): screening reads them beside a claim.
alter table rights.registration add column models text[] not null default '{}';
