-- The list can be put in the order of what was imposed.
create index case_by_penalty on cases.case_file ((fine_fen + confiscated_fen) desc, id desc);
