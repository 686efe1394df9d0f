-- The list by score that includes what was not suspected has to find its order without sorting everything.
create index lead_any_score on leads.lead (agency_id, score desc, id desc);
