-- The same file with other leads: whoever sees a lead sees which others of theirs show it.
create index offer_picture_of_file on leads.offer_picture (sha256, lead_id);
