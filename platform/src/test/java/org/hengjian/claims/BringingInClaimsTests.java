package org.hengjian.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.imports.ImportTarget.Outcome;
import org.hengjian.leads.CurrentScreening;
import org.hengjian.screening.Claim;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Listing;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.screening.Standing;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A file of words becomes drafts, which are tried and published together; what is exported can be brought in again. */
@OnThePlatform
class BringingInClaimsTests {

    private static final String WRITER = "qin.shan"; // officer and analyst
    private static final String OTHER = "xie.lan"; // analyst
    private static final String SOURCE = "导入件一"; // other tests leave drafts of their own

    @Autowired
    ClaimImport target;

    @Autowired
    Claims claims;

    @Autowired
    CurrentScreening screening;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void leave_the_shipped_words() {
        persons.as(OTHER, () -> {
            for (String state : List.of("PUBLISHED", "DRAFT")) {
                claims.list(SOURCE, "", state, 0, 100)
                        .forEach(wording -> claims.withdraw(wording.id(), wording.version(), "测试结束"));
            }
        });
        await().until(() -> screening.screening().claims().size() == ShippedClaims.all().size());
    }

    private Outcome take(String who, String words, String... others) {
        var cells = new HashMap<>(Map.of(
                "words", words, "kind", "仿冒声称", "weight", "5", "language", "中文", "topic", "fakery", "source", SOURCE));
        for (int i = 0; i < others.length; i += 2) {
            cells.put(others[i], others[i + 1]);
        }
        return persons.as(who, () -> java.util.Objects.requireNonNull(transaction.execute(_ -> target.take(cells))));
    }

    @Test
    void a_row_becomes_a_draft_once_and_another_of_the_same_words_is_told() {
        assertThat(take(WRITER, "地下室货")).isInstanceOf(Outcome.Accepted.class);
        assertThat(take(WRITER, "地下室货")).isInstanceOf(Outcome.Duplicate.class);
        assertThat(take(WRITER, "地下室货", "weight", "2")).isInstanceOfSatisfying(Outcome.Rejected.class, rejected ->
                assertThat(rejected.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("words");
                    assertThat(fault.key()).isEqualTo("claims.fault.drafted");
                }));
        assertThat(screening.screening().screen(Listing.of("1", "衡溪 卫衣 地下室货")).standing())
                .as("a draft counts for nothing")
                .isEqualTo(Standing.CLEAR);
    }

    @Test
    void each_wrong_field_of_a_row_is_named() {
        assertThat(take(WRITER, "货", "kind", "假的", "weight", "9", "from", "2026-02-30", "source", "公告\t一"))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.faults())
                        .extracting(fault -> fault.field() + " " + fault.key())
                        .containsExactlyInAnyOrder(
                                "words claims.fault.too-short",
                                "kind claims.fault.choose",
                                "weight claims.fault.weight",
                                "from claims.fault.day",
                                "source claims.fault.control"));
    }

    @Test
    void who_does_not_write_words_brings_none_in() {
        assertThat(persons.as("ji.shi", () -> target.mayImport())).isFalse();
        assertThat(persons.as("jiang.lin", () -> target.mayImport())).isFalse();
    }

    @Test
    void drafts_are_tried_and_published_together_and_ones_own_stay() {
        take(WRITER, "地下室货");
        take(WRITER, "楼道版");
        take(OTHER, "天台货");

        assertThat(persons.as(OTHER, () -> claims.publish(SOURCE, "", "看过")).refused())
                .containsEntry(Claims.Refusal.NOT_TRIED, 2)
                .containsEntry(Claims.Refusal.OWN, 1);
        assertThat(persons.as(WRITER, () -> claims.tryOut(SOURCE, ""))).isEqualTo(3);
        var together = persons.as(OTHER, () -> claims.publish(SOURCE, "", "三起案件里都这样写"));

        assertThat(together.published()).isEqualTo(2);
        assertThat(together.refused()).containsOnly(Map.entry(Claims.Refusal.OWN, 1));
        await().until(() -> screening.screening().screen(Listing.of("1", "衡溪 卫衣 楼道版")).standing()
                == Standing.SUSPECT);
        assertThat(screening.screening().screen(Listing.of("1", "衡溪 卫衣 天台货")).standing())
                .isEqualTo(Standing.CLEAR);
        assertThat(persons.as(OTHER, () -> claims.list("地下室货", "", "PUBLISHED", 0, 1)))
                .singleElement()
                .satisfies(wording ->
                        assertThat(wording.trial()).isNotNull().extracting(Trial::together).isEqualTo(3));
    }

    @Test
    void what_is_exported_comes_back_as_known_row_by_row() {
        String file = ClaimFile.of(persons.as(WRITER, () -> claims.inForce()));
        var lines = file.lines().toList();
        var fields = List.of("words", "kind", "weight", "language", "topic", "unless", "from", "source");

        assertThat(lines).hasSize(ShippedClaims.all().size() + 1);
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            var cells = Arrays.asList(line.split("\t", -1));
            assertThat(cells).hasSameSizeAs(fields);
            var row = new HashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(fields.get(i), cells.get(i));
            }
            Outcome outcome = persons.as(WRITER, () -> transaction.execute(_ -> target.take(row)));
            assertThat(outcome).as(line)
                    .isInstanceOf(Outcome.Duplicate.class);
        });
    }

    @Test
    void an_exported_line_is_one_line_and_runs_nothing() {
        var hostile = new Claim(
                "=HYPERLINK(1)", Kind.DIVERSION, 3, "zh", "a\tb", List.of("\r\n@x"), LocalDate.of(2026, 1, 1), "+1\u0000 \"q");

        var lines = ClaimFile.of(List.of(hostile)).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).split("\t", -1))
                .containsExactly("'=HYPERLINK(1)", "diversion", "3", "zh", "a b", "'@x", "2026-01-01", "'+1 \"q");
    }
}
