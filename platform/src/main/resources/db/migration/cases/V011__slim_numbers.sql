-- Each number had two indexes, one that keeps it unique in its agency and one that finds it in all of them; a case leaves an
-- entry in each at every step that changes its state. One does both, where the number comes first, and only for cases that
-- have the number.
drop index cases.case_number;
drop index cases.case_by_number;
create unique index case_number on cases.case_file (case_number, agency_id) where case_number is not null;
drop index cases.decision_number;
drop index cases.case_by_decision;
create unique index decision_number on cases.case_file (decision_number, agency_id) where decision_number is not null;
drop index cases.proposal_number;
drop index cases.case_by_proposal;
create unique index proposal_number on cases.case_file (proposal_number, agency_id);

-- Answers are found by their key, which its owner gave; the policies judge the rows as before, sooner.
alter policy own on cases.answered_request
    using (person_id = (select access.person()) or (select access.is_machine()))
    with check (person_id = (select access.person()) or (select access.is_machine()));
