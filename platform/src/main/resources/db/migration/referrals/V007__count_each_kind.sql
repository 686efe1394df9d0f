-- The radar counts each kind at every visit; of those that are rare an agency, and each region, has its own few in an index.
create index alert_dismissed_of_agency on referrals.alert (agency_id, id desc) where state = 'DISMISSED';
create index alert_dismissed_of_region on referrals.alert (region, id desc) where state = 'DISMISSED';
create index alert_penalised_of_agency on referrals.alert (agency_id, id desc) where penalised_on is not null;
create index alert_penalised_of_region on referrals.alert (region, id desc) where penalised_on is not null;
create index referral_late_of_agency on referrals.referral (agency_id, id desc) where 'AGENCY' = any (late_sides);
create index referral_late_of_region on referrals.referral (region, id desc) where 'AGENCY' = any (late_sides);
