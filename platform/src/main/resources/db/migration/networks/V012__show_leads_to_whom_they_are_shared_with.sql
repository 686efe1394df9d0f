-- A lead is no longer shared by the arrival alone. Whom it is shared with stands here again as soon as the lead is told anew;
-- until then nobody but its agency and those above it sees it.
update networks.edge set shared_with = '{}' where told_by like 'lead-%' and shared_with <> '{}';
update networks.node set shared_with = '{}' where kind = 'LEAD' and shared_with <> '{}';
