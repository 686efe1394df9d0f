-- As before, asked in the order in which the answer is found soonest: nearly all entries are a person's own.
alter policy added on audit.entry with check (
    (person_id = (select access.person()) and agency_id = (select access.agency()))
    or (select access.is_machine()));
