-- :rows duties, eight on a thing, as cases.sql shares cases out: 6 in a hundred run, a tenth of these stands still; a twentieth was missed.
create schema if not exists scale;
create or replace function scale.hash(i bigint, salt integer) returns integer language sql immutable parallel safe
    as $$ select (hashint8extended(i, salt) & 2147483647)::integer $$;
create or replace function scale.region(agency integer) returns integer language sql immutable parallel safe
    as $$ select (11 + agency / 97) * 10000 + (1 + (agency % 97) / 9) * 100 + (agency % 97) % 9 + 1 $$;
create or replace function scale.agency(i bigint) returns integer language sql immutable parallel safe
    as $$ select case when i % 20 = 0 then 0 else 1 + floor(2998.0 * power(scale.hash(i, 1) / 2147483648.0, 2))::integer end $$;
insert into duties.duty (object, object_id, key, duty, name_key, subject, title, href, started_on, warn_on, due_on,
       in_working_days, paused_until, done_on, owners, owner_names, instrument, article, quote, agency_id, line, region,
       shared_with)
select case when h % 50 = 0 then 'referral' else 'case' end, 1000000000 + i / 8, 'term' || i % 8,
       (array['procedure.handling', 'procedure.verification', 'procedure.service', 'procedure.hearing', 'measure.term'])[1 + h % 5],
       'cases.duty.procedure.handling', '测市监案〔' || 2020 + i * 7 / (:rows + 1) || '〕' || i / 8 || '号',
       '当事人' || i / 8 % 300000 || '涉嫌侵犯注册商标专用权案', '/cases/' || i / 8, due - 90, due - 30, due, h % 5 = 2,
       case when running and h / 5 % 10 = 0 then date '2027-06-01' end,
       case when not running then case when h / 7 % 20 = 0 then due + 5 else due - 10 end end,
       array[case when ag = 0 and i % 320 = 0 then 7 else ag::bigint * 1000 + 100 + h % (case when ag = 0 then 400 else 12 end) end,
             ag * 1000 + 600 + h % (case when ag = 0 then 300 else 12 end)]::bigint[],
       '某人、另一人', '市场监督管理行政处罚程序规定', '第六十四条', '适用普通程序办理的案件应当自立案之日起九十日内作出处理决定。',
       1000000 + ag, 'market', scale.region(ag),
       case when h % 50 = 0 then array[2000000 + ag, 3000000 + ag]::bigint[] else '{}' end
  from (select i, scale.agency(i / 8) as ag, scale.hash(i, 7) as h, i > :rows * 94 / 100 as running,
               case when i > :rows * 94 / 100 then date '2026-11-01' + scale.hash(i, 8) % 110
                    else date '2020-03-01' + (i * 2400 / :rows)::integer end as due
          from generate_series(1, cast(:rows as bigint)) as i) a;
insert into duties.missed (duty_id, due_on, entered_on, escalated_to, agency_id, region)
select id, due_on, due_on + 1, '某局长', agency_id, region from duties.duty where done_on > due_on and object_id > 1000000000;
