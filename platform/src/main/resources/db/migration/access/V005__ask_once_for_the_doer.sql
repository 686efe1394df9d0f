-- Whether the viewer is this person of this agency, or the machine: one question for each row of the log, not three plans for
-- each statement that writes one. Most statements write one row.
create function access.is_by(person bigint, agency bigint) returns boolean
    language plpgsql stable parallel safe
as $$
declare
    said constant text[] := access.claims();
begin
    return coalesce(said[1]::bigint = person and said[2]::bigint = agency or said[6] = 'MACHINE', false);
end
$$;
