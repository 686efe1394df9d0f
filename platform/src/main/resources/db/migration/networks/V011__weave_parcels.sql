-- Parcels are nodes as well: tied to the phone and the address they were sent from, to the shop and the firm that send them, and
-- to the lead at which they hang. The office that took them in sees them, and the agencies of that lead.
alter table networks.node drop constraint node_kind_check;
alter table networks.node add constraint node_kind_check check (kind in
    ('PERSON', 'FIRM', 'SHOP', 'SITE', 'PHONE', 'ACCOUNT', 'ADDRESS', 'LEAD', 'CASE', 'GOODS', 'PARCEL'));
alter table networks.edge drop constraint edge_what_check;
alter table networks.edge add constraint edge_what_check check (what in
    ('RUNS', 'AT', 'SITE', 'CONTACT', 'ABOUT', 'FROM', 'AGAINST', 'PLACE', 'TAKEN', 'TAKEN_FROM', 'IDENTITY', 'SENT',
     'SENT_FROM'));
