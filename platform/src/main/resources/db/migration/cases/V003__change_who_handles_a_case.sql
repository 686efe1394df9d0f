-- Officers come and go (回避、变更办案人员): a row stays and says until when.
alter table cases.case_officer add column left_on date;
grant update (left_on) on cases.case_officer to ${app};
