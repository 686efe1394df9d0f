package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What people found is set against what screening had said; what says nothing of it does not count. */
@OnThePlatform
class HowScreeningFaredTests {

    private static final String KIND = "wrong-code"; // nothing else in these tests is of this kind
    private static final LocalDate DAY = LocalDate.of(2031, 5, 10);

    @LocalServerPort
    int port;

    @Autowired
    QualityTable table;

    @Autowired
    Grounds grounds;

    @Autowired
    PlacedLeads placed;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    private void lead(int number, String state, String ground, String standing, int score) {
        placed.lead(
                "X-2031-%06d".formatted(number), state, ground, standing, KIND, score, "=SUM(1), \"标题\"", "", "", DAY,
                persons.viewer("shen.zhiyao"));
    }

    private void leads() {
        lead(900001, "VERIFIED", "", "SUSPECT", 9000);
        lead(900002, "FILED", "", "SUSPECT", 9400);
        lead(900003, "DISMISSED", "slight", "SUSPECT", 9600); // right, though nothing comes of it
        lead(900004, "DISMISSED", "authorised", "SUSPECT", 9200);
        lead(900005, "DISMISSED", "gone", "SUSPECT", 9200); // says nothing
        lead(900006, "VERIFIED", "", "CLEAR", 500); // a person wrote it down
        lead(900007, "DISMISSED", "false-alarm", "REVIEW", 4000);
        lead(900008, "SCREENED", "", "REVIEW", 4000); // nobody has looked
    }

    private Quality seenBy(String person) {
        return persons.as(person, () -> transaction.execute(_ -> table.since(DAY.withDayOfMonth(1), KIND, grounds)));
    }

    @Test
    void only_what_people_said_of_the_suspicion_counts() {
        leads();

        var quality = seenBy("shen.zhiyao");

        assertThat(quality.standings())
                .containsExactlyInAnyOrder(
                        new Quality.Judged("SUSPECT", 4, 3),
                        new Quality.Judged("CLEAR", 1, 1),
                        new Quality.Judged("REVIEW", 1, 0));
        assertThat(quality.judged()).isEqualTo(6);
        assertThat(quality.seenShare()).as("three of four confirmed").isEqualTo(75);
        assertThat(quality.bands())
                .extracting(Quality.Band::tenth, Quality.Band::judged, Quality.Band::right)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 1, 1),
                        org.assertj.core.groups.Tuple.tuple(4, 1, 0),
                        org.assertj.core.groups.Tuple.tuple(9, 4, 3));
        assertThat(quality.months()).first().satisfies(month -> assertThat(month.judged()).isEqualTo(6));
    }

    @Test
    void another_agency_sees_nothing_of_it() {
        leads();

        assertThat(seenBy("fang.qing").judged()).isZero();
    }

    @Test
    void every_ground_says_something_or_says_that_it_says_nothing() {
        assertThat(grounds.all()).allSatisfy(ground -> assertThat(ground.says()).isNotNull());
        assertThat(grounds.saying(Grounds.Says.AGAINST)).contains("false-alarm", "authorised");
    }

    @Test
    void labels_go_to_analysts_and_a_title_is_no_formula() {
        leads();
        try (var analyst = Visitor.signedIn(port, "qin.shan");
                var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(officer.get("/screening-quality/labels.csv").statusCode()).isEqualTo(403);
            var labels = analyst.get("/screening-quality/labels.csv?kind=" + KIND);
            assertThat(labels.statusCode()).isEqualTo(200);
            assertThat(new String(labels.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("lead,day,standing").contains("\"'=SUM(1), \"\"标题\"\"\"");
        }
    }

    @Test
    @Tag("browser")
    void the_page_is_readable_with_and_without_judged_leads() {
        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var phone = Browser.phone(port).signIn("shen.zhiyao")) {
            desk.go("/screening-quality?kind=copied-picture").sees("还没有人工结论").isAccessible();
            leads();
            desk.go("/screening-quality").sees("准确率").isAccessible().picture("screening-quality");
            phone.go("/screening-quality").sees("准确率").isAccessible().picture("screening-quality-phone");
        }
    }
}
