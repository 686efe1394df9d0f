-- Which evidence shows which item: the photograph itself is evidence of the case, hashed and stamped where evidence is.
create table goods.photo (
    item_id     bigint not null references goods.item (id),
    evidence_id bigint not null,
    n           integer not null check (n > 0),
    at          timestamptz not null,
    person_id   bigint not null,
    person      text not null check (person <> ''),
    primary key (item_id, evidence_id),
    unique (item_id, n)
);
call access.protect_with('goods.photo', 'goods.item', 'item_id', '{OFFICER,HEAD}');
create policy own_name on goods.photo as restrictive for insert
    with check ((select access.is_machine()) or person_id = (select access.person()));
revoke update on goods.photo from ${app};
