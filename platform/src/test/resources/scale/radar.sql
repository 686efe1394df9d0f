-- Alerts of a twentieth of :rows cases and referrals of 3 in a hundred, shared out as cases.sql shares cases.
create schema if not exists scale;
create or replace function scale.hash(i bigint, salt integer) returns integer language sql immutable parallel safe
    as $$ select (hashint8extended(i, salt) & 2147483647)::integer $$;
create or replace function scale.region(agency integer) returns integer language sql immutable parallel safe
    as $$ select (11 + agency / 97) * 10000 + (1 + (agency % 97) / 9) * 100 + (agency % 97) % 9 + 1 $$;
create or replace function scale.agency(i bigint) returns integer language sql immutable parallel safe
    as $$ select case when i % 20 = 0 then 0 else 1 + floor(2998.0 * power(scale.hash(i, 1) / 2147483648.0, 2))::integer end $$;
insert into referrals.alert (case_id, case_number, title, level, crime, ratio, state, raised_on, weighed_on, reason,
       dismissed_on, dismissed_by, penalty, penalised_on, agency_name, agency_id, line, region, shared_with)
select 1000000000 + i, '测市监案〔2025〕' || i || '号', '当事人' || i % 300000 || '涉嫌侵犯注册商标专用权案',
       (array['MET', 'SUSPICION', 'NEAR', 'NEAR', 'UNSURE', 'BELOW'])[1 + h % 6], '214', 0.5 + h % 300 / 100.0, state, day, day,
       case when state = 'DISMISSED' then '未达到追诉标准' else '' end, case when state = 'DISMISSED' then day + 5 end,
       case when state = 'DISMISSED' then '某局长' else '' end, case when h / 60 % 10 = 0 then '测市监罚〔2025〕' || i || '号' else '' end,
       case when h / 60 % 10 = 0 then day + 60 end, '某市场监督管理局', 1000000 + ag, 'market', scale.region(ag),
       array[3000000 + ag]::bigint[]
  from (select i, scale.agency(i) as ag, scale.hash(i, 9) as h, date '2020-01-01' + (i * 2510 / (:rows / 20 + 1))::integer as day,
               (array['OPEN', 'DISMISSED', 'REFERRED', 'REFERRED', 'REFERRED'])[1 + scale.hash(i, 10) % 5] as state
          from generate_series(1, cast(:rows as bigint) / 20) as i) a;
insert into referrals.referral (state, report_number, letter_number, case_id, case_number, title, cause, act, place, party_name,
       party_address, crime, team, agency_name, police_id, police_name, procuratorate_id, proposed_on, sent_on, accepted_on,
       filed_on, declined_on, due_on, due_at, due_duty, due_side, late_sides, agency_id, line, region, shared_with)
select state, '测移报〔2025〕' || i || '号', '测移〔2025〕' || i || '号', 1000000000 + i, '测市监案〔2025〕' || i || '号',
       '当事人' || i % 300000 || '涉嫌侵犯注册商标专用权案', '侵犯注册商标专用权', '销售', '某处', '当事人' || i % 300000, '某处', '214', '[]',
       '某市场监督管理局', 2000000 + ag, '某公安局', 3000000 + ag, day, day + 3, day + 4,
       case when state in ('FILED', 'PUNISHED') then day + 10 end, case when state in ('DECLINED', 'UPHELD', 'NOT_FILED') then day + 10 end,
       case when state = 'ACCEPTED' then day + 20 end, case when state = 'ACCEPTED' then (day + 20)::timestamptz end,
       case when state = 'ACCEPTED' then 'referral.filing' else '' end, case when state = 'ACCEPTED' then 'POLICE' else '' end,
       case when h / 20 % 20 = 0 then '{AGENCY}'::text[] else '{}' end, 1000000 + ag, 'market', scale.region(ag),
       array[2000000 + ag, 3000000 + ag]::bigint[]
  from (select i, scale.agency(i) as ag, scale.hash(i, 11) as h, date '2020-01-01' + (i * 2510 / (:rows * 3 / 100 + 1))::integer as day,
               case when i > :rows * 3 / 100 * 97 / 100 then 'ACCEPTED'
                    else (array['PUNISHED', 'PUNISHED', 'PUNISHED', 'FILED', 'DECLINED', 'NOT_FILED', 'UPHELD'])[1 + scale.hash(i, 12) % 7]
               end as state
          from generate_series(1, cast(:rows as bigint) * 3 / 100) as i) a;
