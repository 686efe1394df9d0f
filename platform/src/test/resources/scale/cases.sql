-- :rows cases of seven years in 3,000 agencies of 31 provinces: a twentieth in the largest agency, the others falling with
-- the rank. Of the newest 6 in a hundred four fifths run, of the older ones five in a thousand; 15 in a thousand were
-- referred and are read by the police and the procuratorate of the region.
create schema if not exists scale;
create or replace function scale.hash(i bigint, salt integer) returns integer language sql immutable parallel safe
    as $$ select (hashint8extended(i, salt) & 2147483647)::integer $$;
create or replace function scale.region(agency integer) returns integer language sql immutable parallel safe
    as $$ select (11 + agency / 97) * 10000 + (1 + (agency % 97) / 9) * 100 + (agency % 97) % 9 + 1 $$;
create or replace function scale.agency(i bigint) returns integer language sql immutable parallel safe
    as $$ select case when i % 20 = 0 then 0 else 1 + floor(2998.0 * power(scale.hash(i, 1) / 2147483648.0, 2))::integer end $$;
insert into cases.case_file (state, proposal_number, case_number, decision_number, title, cause, act, place, act_from,
       right_name, source, found_on, party_kind, party_name, party_code, party_address, party_sealed, party_trace,
       proposed_by, proposed_on, filed_on, decided_on, closed_on, fine_fen, confiscated_fen, due_on, due_duty, agency_id,
       line, region, shared_with)
select state, '测市监立〔' || y || '〕' || i || '号',
       case when state not in ('PROPOSED', 'REFUSED') then '测市监案〔' || y || '〕' || i || '号' end,
       case when decided then '测市监罚〔' || y || '〕' || i || '号' end,
       party || '涉嫌侵犯' || brand || '注册商标专用权的' || goods || '案', '侵犯注册商标专用权',
       '销售侵犯注册商标专用权的商品', '某市某区某路' || i % 900 || '号', day, brand, 'INSPECTION', day, 'FIRM', party,
       '91' || lpad(p::text, 16, '0'), '某市某区某路' || i % 900 || '号', decode(md5(i::text), 'hex'),
       decode(md5(p::text), 'hex'), ag::bigint * 1000, day,
       case when state not in ('PROPOSED', 'REFUSED') then day + 10 end, case when decided then day + 80 end,
       case when state = 'CLOSED' then day + 150 end, case when decided then 10 * (g % 5000000) else 0 end,
       case when decided and g % 3 = 0 then g % 1000000 else 0 end,
       case when state not in ('REFUSED', 'CLOSED') then day + 95 + s % 60 end,
       case when state not in ('REFUSED', 'CLOSED') then 'procedure.handling' else '' end, 1000000 + ag, 'market',
       scale.region(ag),
       case when s % 1000 < 15 then array[2000000 + ag, 3000000 + ag]::bigint[] else '{}' end
  from (select *, state in ('DECIDED', 'SERVED', 'EXECUTING', 'CLOSING', 'CLOSED') as decided,
               chr(20000 + p % 2900) || chr(21000 + p / 2900 % 2900) || chr(22000 + p % 1777)
               || (array['商贸', '服饰', '电子商务', '食品', '电器', '百货', '酒业', '化妆品'])[1 + p % 8] || '有限公司' as party,
               chr(23000 + g % 400) || chr(24000 + g % 397) as brand,
               chr(25000 + g / 400 % 300) || chr(26000 + g / 400 % 299) as goods
          from (select i, y, day, ag, scale.hash(i, 2) % 2500000 as p, scale.hash(i, 3) as g, s,
                       case when s % 100 < 3 then 'REFUSED'
                            when (i > :rows * 94 / 100 and s / 100 % 100 < 80) or s / 100 % 1000 < 5
                            then (array['PROPOSED', 'FILED', 'INVESTIGATING', 'INVESTIGATING', 'INVESTIGATING', 'INVESTIGATING',
                                'INVESTIGATING', 'INVESTIGATING', 'INVESTIGATING', 'UNDER_REVIEW', 'REVIEWED', 'NOTICE_ISSUED',
                                'INFORMED', 'HEARD', 'DECIDED', 'SERVED', 'SERVED', 'EXECUTING', 'EXECUTING', 'CLOSING'])
                                [1 + s / 10000 % 20]
                            else 'CLOSED' end as state
                  from (select i, 2020 + i * 7 / (:rows + 1) as y, date '2020-01-01' + (i * 2510 / :rows)::integer as day,
                               scale.agency(i) as ag, scale.hash(i, 4) as s
                          from generate_series(1, cast(:rows as bigint)) as i) a) b) c;
-- Two officers a case; person 7 handles a twentieth of the largest agency's.
insert into cases.case_officer (case_id, person_id, name, licence, running, penalty_fen)
select id, case when agency_id = 1000000 and id % 400 = 0 then 7
                else (agency_id - 1000000) * 1000 + 100
                     + scale.hash(id, 5) % (case when agency_id = 1000000 then 400 else 12 end) end, '某人', '某证', due_on is not null,
       fine_fen + confiscated_fen
  from cases.case_file
 where agency_id between 1000000 and 1002999;
insert into cases.case_officer (case_id, person_id, name, licence, running, penalty_fen)
select id, (agency_id - 1000000) * 1000 + 600 + scale.hash(id, 6) % (case when agency_id = 1000000 then 300 else 12 end),
       '另一人', '某证', due_on is not null, fine_fen + confiscated_fen
  from cases.case_file
 where agency_id between 1000000 and 1002999;
