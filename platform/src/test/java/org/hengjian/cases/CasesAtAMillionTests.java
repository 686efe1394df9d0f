package org.hengjian.cases;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Set;
import org.hengjian.shell.Cursor;
import org.hengjian.testing.AtScale;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures, when asked by {@code -Dhengjian.scale.rows=1000000}, what the lists of cases read among so many, for viewers
 * from one agency to the country, and writes it to {@code target/cases-performance.txt}. Skipped otherwise; asserts only
 * what does not depend on the machine.
 */
@OnThePlatform
class CasesAtAMillionTests {

    private static final String TOLD =
            """
            insert into cases.case_told (agency_id, case_id, state, due_on, penalty_fen)
            select distinct reader, id, state, due_on, fine_fen + confiscated_fen
              from cases.case_file, unnest(shared_with) as reader
                on conflict do nothing
            """;
    private static final String WORDS =
            """
            insert into cases.case_words (case_id, words, party_code, agency_id, region)
            select id, concat_ws(' ', title, proposal_number, case_number), party_code, agency_id, region
              from cases.case_file
                on conflict do nothing
            """;

    @Autowired
    CaseList list;

    @Autowired
    CasesForAll search;

    @Autowired
    AtScale scale;

    @Test
    void no_list_reads_all_cases() {
        assumeTrue(AtScale.rows() > 0, "asked for by -Dhengjian.scale.rows");
        scale.fill("cases.sql", List.of("cases.case_file", "cases.case_officer"), "");
        scale.fill("", List.of("cases.case_told"), TOLD);
        scale.fill("", List.of("cases.case_words"), WORDS);

        for (var viewer : AtScale.VIEWERS) {
            for (var sort : CaseList.Sort.values()) {
                measure(viewer, "by " + sort, () -> list.page(filter("", "", false, false, sort), null));
                measure(viewer, "by " + sort + ", FILED", () -> list.page(filter("", "FILED", false, false, sort), null));
                measure(viewer, "by " + sort + ", late", () -> list.page(filter("", "", false, true, sort), null));
                measure(viewer, "by " + sort + ", mine", () -> list.page(filter("", "", true, false, sort), null));
            }
            String deep = Cursor.of(0, AtScale.rows() / 2).text();
            measure(viewer, "by NEWEST, deep", () -> list.page(filter("", "", false, false, CaseList.Sort.NEWEST), deep));
            for (var words : List.of("注册商标", "商贸有限公司", "唐勄", "没有这样的", "案〔2025〕" + AtScale.rows() * 9L / 10, "1234")) {
                measure(viewer, "words " + words, () -> list.page(filter(words, "", false, false, CaseList.Sort.NEWEST), null));
            }
            measure(viewer, "counts of the navigation", () -> list.waiting());
            measure(viewer, "what waits for an officer", () -> list.due(List.of(), 8));
            measure(viewer, "what waits for a reviewer", () -> list.due(List.of(Stage.UNDER_REVIEW), 8));
            measure(viewer, "what waits for a head", () -> list.due(
                    List.of(Stage.PROPOSED, Stage.REVIEWED, Stage.INFORMED, Stage.HEARD, Stage.CLOSING), 8));
            measure(viewer, "search for a number", () -> search.find("测市监案〔2025〕" + AtScale.rows() * 9L / 10 + "号", 5));
        }

        scale.write("cases-performance.txt");
    }

    private void measure(org.hengjian.access.Viewer viewer, String name, Runnable ask) {
        scale.measure(viewer, name, List.of("cases"), Set.of("case_file", "case_officer", "case_words", "case_told"), ask);
    }

    private static CaseList.Filter filter(String words, String state, boolean mine, boolean late, CaseList.Sort sort) {
        return new CaseList.Filter(words, state, mine, late, sort);
    }
}
