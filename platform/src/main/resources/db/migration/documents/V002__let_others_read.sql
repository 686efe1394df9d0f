-- Police and procuratorates issue documents too, and a document that was sent to another agency is read there.
drop policy added on documents.document;
create policy added on documents.document for insert with check (
    (select access.is_machine())
    or (agency_id = (select access.agency()) and (select access.has('{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}'))));
-- Whoever has a document may pass it on with the file that it belongs to; nothing else about it ever changes.
create policy passed_on on documents.document for update
    using (((select access.agency()) = agency_id or (select access.agency()) = any (shared_with))
        and (select access.has('{OFFICER,HEAD,POLICE,PROSECUTOR}')))
    with check ((select access.agency()) = agency_id or (select access.agency()) = any (shared_with));
revoke update on documents.document from ${app};
grant update (shared_with) on documents.document to ${app};
create function documents.keep_readers() returns trigger
    language plpgsql
as $$
begin
    if not (new.shared_with @> old.shared_with) then
        raise exception 'document %: who was given it keeps it', old.id using errcode = 'HJ003';
    end if;
    return new;
end
$$;
create trigger readers_kept before update on documents.document for each row execute function documents.keep_readers();

drop policy added on documents.series;
create policy added on documents.series for insert with check (
    (select access.is_machine())
    or (agency_id = (select access.agency()) and (select access.has('{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}'))));
drop policy changed on documents.series;
create policy changed on documents.series for update
    using (agency_id = (select access.agency()) and (select access.has('{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}')))
    with check (agency_id = (select access.agency()) and (select access.has('{OFFICER,REVIEWER,HEAD,POLICE,PROSECUTOR}')));
