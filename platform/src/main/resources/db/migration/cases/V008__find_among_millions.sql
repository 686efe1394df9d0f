-- What is looked for over all agencies is found by an index: numbers and names in the search, the order of due days in the
-- list, what is open in the counts of the navigation (with the columns that say who sees it, so that the index is enough).
create index case_by_number on cases.case_file (case_number);
create index case_by_proposal on cases.case_file (proposal_number);
create index case_by_decision on cases.case_file (decision_number);
create index case_by_party on cases.case_file (party_name);
drop index cases.case_due;
create index case_due on cases.case_file (agency_id, due_on, id) where due_on is not null;
create index case_by_due_day on cases.case_file (due_on, id);
create index case_open on cases.case_file (agency_id) include (due_on, line, region, shared_with)
    where state not in ('REFUSED', 'CLOSED');

-- Seen with their case, as before; asked so that the case of each row is looked up. "exists" let the planner read all cases
-- that the viewer sees, a million of them, to find those of one officer.
drop policy seen on cases.case_officer;
create policy seen on cases.case_officer for select using (
    (select access.is_machine())
    or (select p.id from cases.case_file p where p.id = case_officer.case_id) is not null);
drop policy seen on cases.paper;
create policy seen on cases.paper for select using (
    (select access.is_machine())
    or (select p.id from cases.case_file p where p.id = paper.case_id) is not null);
