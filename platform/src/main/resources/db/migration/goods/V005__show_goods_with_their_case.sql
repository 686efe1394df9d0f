-- Whoever a case was referred to reads the list of its goods, for as long as they read the case: the policy asks the
-- case's own row, so that nothing has to be told to each item, and what is registered later is seen as well.
create policy seen_with_its_case on goods.item for select using (
    (select access.has('{POLICE,PROSECUTOR}'))
    and exists (select from cases.case_file f where f.id = item.case_id and (select access.agency()) = any (f.shared_with)));
