-- Goods taken in cases are nodes as well: tied to their case and to the party from whom they were taken, seen with the item.
alter table networks.node drop constraint node_kind_check;
alter table networks.node add constraint node_kind_check check (kind in
    ('PERSON', 'FIRM', 'SHOP', 'SITE', 'PHONE', 'ACCOUNT', 'ADDRESS', 'LEAD', 'CASE', 'GOODS'));
alter table networks.edge drop constraint edge_what_check;
alter table networks.edge add constraint edge_what_check check (what in
    ('RUNS', 'AT', 'SITE', 'CONTACT', 'ABOUT', 'FROM', 'AGAINST', 'PLACE', 'TAKEN', 'TAKEN_FROM'));
