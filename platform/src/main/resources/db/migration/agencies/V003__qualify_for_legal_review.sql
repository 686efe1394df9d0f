-- Who reviews the law for the first time must hold the national legal qualification (行政处罚法 art. 58); who did so before that
-- was the law need not. An administrator enters which of both it is.
alter table agencies.person
    add column legal_certificate text not null default '' check (legal_certificate ~ '^[A-Z0-9]{0,40}$'), -- 法律职业资格证书编号
    add column legal_certified_on date,
    add column legal_review_since date,                                                                -- 从事法制审核的起始日期
    add check ((legal_certificate = '') = (legal_certified_on is null));
