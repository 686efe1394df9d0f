package org.hengjian.duties;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hengjian.access.RegionSpan;
import org.hengjian.access.Viewer;
import org.hengjian.testing.AtScale;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures, when asked by {@code -Dhengjian.scale.rows=1000000}, what the page of duties reads among so many and writes it
 * to {@code target/duties-performance.txt}. Skipped otherwise; asserts only what does not depend on the machine.
 */
@OnThePlatform
class DutiesAtAMillionTests {

    private static final String WORDS =
            """
            insert into duties.thing_words (object, object_id, words)
            select object, object_id, min(subject) || E'\\n' || min(title) || E'\\n' || min(owner_names)
              from duties.duty
             group by object, object_id
                on conflict do nothing
            """;
    private static final String OF_WHOM =
            """
            insert into duties.missed_of (whom, id, due_on, missed_id)
            select 'PERSON', owner, m.due_on, m.id from duties.missed m join duties.duty d on d.id = m.duty_id, unnest(d.owners) owner
            union
            select 'AGENCY', reader, m.due_on, m.id from duties.missed m join duties.duty d on d.id = m.duty_id, unnest(d.shared_with) reader
                on conflict do nothing
            """;

    @Autowired
    DutyTable table;

    @Autowired
    AtScale scale;

    @Autowired
    Clock clock;

    @Test
    void no_page_reads_all_duties() {
        assumeTrue(AtScale.rows() > 0, "asked for by -Dhengjian.scale.rows");
        scale.fill("duties.sql", List.of("duties.duty", "duties.missed"), "");
        scale.fill("", List.of("duties.thing_words"), WORDS);
        scale.fill("", List.of("duties.missed_of"), OF_WHOM);

        for (var viewer : AtScale.VIEWERS) {
            for (boolean missed : new boolean[] {false, true}) {
                String of = missed ? "ledger, " : "";
                measure(viewer, of + "mine", filter("", "", "", 0, viewer.person(), missed));
                measure(viewer, of + "of the agency", filter("", "", "", viewer.agency(), 0, missed));
                measure(viewer, of + "all", filter("", "", "", 0, 0, missed));
                measure(viewer, of + "all, one kind", filter("", "measure.term", "", 0, 0, missed));
                for (var words : List.of("当事人4712涉", "没有这样的", "注册商标")) {
                    measure(viewer, of + "all, words " + words, filter(words, "", "", 0, 0, missed));
                }
            }
            for (var light : List.of("RED", "AMBER", "GREEN", "GREY")) {
                measure(viewer, "all, " + light, filter("", "", light, 0, 0, false));
            }
            measure(viewer, "count of the navigation", () -> table.mine(today()));
            measure(viewer, "kinds", () -> table.kinds());
        }

        scale.write("duties-performance.txt");
    }

    private static DutyTable.Filter filter(String words, String duty, String light, long agency, long owner, boolean missed) {
        return new DutyTable.Filter(words, "", duty, light, agency, owner, RegionSpan.COUNTRY, missed);
    }

    private void measure(Viewer viewer, String name, DutyTable.Filter filter) {
        measure(viewer, name, () -> table.page(filter, today(), null));
    }

    private void measure(Viewer viewer, String name, Runnable ask) {
        // Green ones follow all that are due sooner, and no index knows of both days.
        boolean behind = name.endsWith("GREEN");
        scale.measure(
                viewer, name, List.of("duties"), Set.of("duty", "missed", "thing_words"),
                behind ? AtScale.rows() : AtScale.FETCHED_MOST, ask);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
