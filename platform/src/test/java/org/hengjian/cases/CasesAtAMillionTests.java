package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures, when asked by {@code -Dhengjian.cases.rows=1000000}, what the lists of cases read among so many, a quarter of them
 * the agency's own, and writes the plans to {@code target/cases-performance.txt}. Skipped otherwise; asserts only what does not
 * depend on the machine.
 */
@OnThePlatform
class CasesAtAMillionTests {

    private static final int TIMES = 20;
    private static final String FILL =
            """
            insert into cases.case_file (state, proposal_number, case_number, decision_number, title, cause, act, place, act_from,
                   right_name, source, found_on, party_kind, party_name, party_code, party_address, party_sealed, party_trace,
                   proposed_by, proposed_on, filed_on, decided_on, closed_on, fine_fen, due_on, due_duty, agency_id, line, region)
            select case when i % 20 < 16 then 'CLOSED' when i % 20 < 18 then 'INVESTIGATING' else 'EXECUTING' end,
                   '测立〔2025〕' || i || '号', '测案〔2025〕' || i || '号',
                   case when i % 20 in (16, 17) then null else '测罚〔2025〕' || i || '号' end,
                   '当事人' || i % 300000 || '涉嫌侵犯注册商标专用权案', '侵犯注册商标专用权', '销售', '某处', date '2025-01-01', '权利' || i % 500,
                   'INSPECTION', date '2025-01-01' + i % 330, 'FIRM', '当事人' || i % 300000, '', '某处', '\\x00', '\\x00', :officer,
                   date '2025-01-01' + i % 330, date '2025-01-02' + i % 330,
                   case when i % 20 in (16, 17) then null else date '2025-03-01' + i % 330 end,
                   case when i % 20 < 16 then date '2025-06-01' + i % 330 end, i::bigint * 7919 % 100000000,
                   case when i % 20 >= 16 then date '2026-06-01' + i % 300 end, case when i % 20 >= 16 then 'procedure.handling' else '' end,
                   case when i % 4 = 0 then :agency else 1000000 + i % 3000 end, 'market',
                   case when i % 4 = 0 then 330106 else 110000 + i % 3000 * 100 end
              from generate_series(1, :rows) as i
            """;
    private static final String OFFICERS =
            """
            insert into cases.case_officer (case_id, person_id, name, licence)
            select id, case when id % 40 = 0 then :officer else 1000000 + id % 9000 end, '某人', '某证'
              from cases.case_file
             where proposal_number like '测立%'
            """;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    DatabaseAddress address;

    @Test
    void no_list_reads_all_cases() throws IOException {
        int rows = Integer.getInteger("hengjian.cases.rows", 0);
        assumeTrue(rows > 0, "asked for by -Dhengjian.cases.rows");
        var officer = persons.viewer(CaseWork.OFFICER);
        var owner = JdbcClient.create(
                new DriverManagerDataSource(address.url(), address.owner().role(), address.owner().password()));
        owner.sql(FILL).param("rows", rows).param("officer", officer.person()).param("agency", officer.agency()).update();
        owner.sql(OFFICERS).param("officer", officer.person()).update();
        owner.sql("vacuum analyze cases.case_file").update();
        owner.sql("vacuum analyze cases.case_officer").update();

        var table = new StringBuilder("| list | median ms | p95 ms |\n|---|---|---|\n");
        var plans = new StringBuilder();
        for (var query : queries(officer.agency(), officer.person(), rows).entrySet()) {
            var took = new ArrayList<Double>();
            String plan = "";
            for (int i = 0; i < TIMES; i++) {
                plan = explained(query.getValue());
                took.add(Double.parseDouble(plan.replaceAll("(?s).*Execution Time: ([\\d.]+) ms.*", "$1")));
            }
            took.sort(null);
            table.append(String.format(
                    Locale.ROOT, "| %s | %.2f | %.2f |%n", query.getKey(), took.get(TIMES / 2), took.get(TIMES * 95 / 100 - 1)));
            plans.append("\n## ").append(query.getKey()).append("\n\n```\n").append(plan).append("\n```\n");
            if (!query.getKey().contains("(all are read)")) {
                assertThat(plan).as(query.getKey()).doesNotContain("Seq Scan on case_file");
            }
        }
        Files.writeString(Path.of("target", "cases-performance.txt"), "rows " + rows + "\n\n" + table + plans);
    }

    /** As {@link CaseList} and the search ask, with what a person fills in. */
    private static Map<String, String> queries(long agency, long person, int rows) {
        String list = "select id, state, title, party_name, due_on from cases.case_file c where ";
        String mine = "exists (select from cases.case_officer o where o.case_id = c.id and o.left_on is null and o.person_id = "
                + person + ")";
        var queries = new LinkedHashMap<String, String>();
        queries.put("newest, first page", list + "id < 9223372036854775807 order by id desc limit 51");
        queries.put("newest, deep", list + "id < " + rows / 2 + " order by id desc limit 51");
        queries.put("mine, newest", list + mine + " and id < 9223372036854775807 order by id desc limit 51");
        queries.put("by due day", list + "(due_on, id) > (date '1970-01-01', -1) order by due_on, id limit 51");
        queries.put(
                "by due day, deep", list + "(due_on, id) > (date '2026-12-01', 1000) order by due_on, id limit 51");
        queries.put(
                "by penalty",
                list + "(fine_fen + confiscated_fen, id) < (9223372036854775807, 9223372036854775807)"
                        + " order by fine_fen + confiscated_fen desc, id desc limit 51");
        queries.put(
                "what waits for me", list + "agency_id = " + agency + " and due_on is not null and (state = any ('{UNDER_REVIEW}') or "
                        + mine + ") order by due_on, id limit 8");
        queries.put(
                "counts of the navigation",
                "select count(*) as open, count(*) filter (where due_on < '2026-12-01') as late from cases.case_file where agency_id = "
                        + agency + " and state not in ('REFUSED', 'CLOSED')");
        String one = "'测案〔2025〕" + rows / 2 + "号'";
        queries.put(
                "search for a number",
                "select id from cases.case_file where case_number = " + one + " or proposal_number = " + one
                        + " or decision_number = " + one + " or party_name = " + one + " order by id desc limit 5");
        queries.put(
                "search for a party",
                "select id from cases.case_file where case_number = '当事人4712' or proposal_number = '当事人4712'"
                        + " or decision_number = '当事人4712' or party_name = '当事人4712' order by id desc limit 5");
        queries.put(
                "a word of the title in the list, found (all are read)",
                list + "title like '%4712%' and id < 9223372036854775807 order by id desc limit 51");
        return queries;
    }

    private String explained(String query) {
        return viewers.as(persons.viewer(CaseWork.OFFICER), () -> Objects.requireNonNull(transaction.execute(_ -> String.join(
                "\n",
                jdbc.sql("explain (analyze, buffers, costs off) " + query).query(String.class).list()))));
    }
}
