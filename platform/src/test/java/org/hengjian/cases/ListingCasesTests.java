package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Page after page in each order: every case once, none left out. */
@OnThePlatform
class ListingCasesTests {

    @Autowired
    CaseList list;

    @Autowired
    CaseWork work;

    @Autowired
    Persons persons;

    @BeforeEach
    void more_cases_than_a_page_holds() {
        long there = persons.as(CaseWork.OFFICER, () -> list.rows(filter(CaseList.Sort.NEWEST), 1_000)).size();
        if (there <= CaseList.SIZE) {
            work.closed();
            for (long i = there; i <= CaseList.SIZE + 5L; i++) {
                work.proposed("");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_pages_together_are_the_list(CaseList.Sort sort) {
        persons.as(CaseWork.OFFICER, () -> {
            var whole = list.rows(filter(sort), 1_000);
            var paged = new ArrayList<CaseList.Row>();
            @Nullable String after = null;
            int pages = 0;
            do {
                Page<CaseList.Row> page = list.page(filter(sort), after);
                paged.addAll(page.rows());
                after = page.next().map(Cursor::text).orElse(null);
                pages++;
            } while (after != null);

            assertThat(pages).isGreaterThan(1);
            assertThat(paged).extracting(CaseList.Row::id).doesNotHaveDuplicates();
            assertThat(paged).isEqualTo(whole).isSortedAccordingTo(order(sort));
        });
    }

    private static Comparator<CaseList.Row> order(CaseList.Sort sort) {
        return switch (sort) {
            case NEWEST -> Comparator.comparing(CaseList.Row::id).reversed();
            case DUE -> Comparator.<CaseList.Row, java.time.LocalDate>comparing(row -> Objects.requireNonNull(row.dueOn()))
                    .thenComparing(CaseList.Row::id);
            case PENALTY -> Comparator.<CaseList.Row>comparingLong(row -> row.fineFen() + row.confiscatedFen())
                    .thenComparing(CaseList.Row::id)
                    .reversed();
        };
    }

    private static CaseList.Filter filter(CaseList.Sort sort) {
        return new CaseList.Filter("", "", false, false, sort);
    }
}
