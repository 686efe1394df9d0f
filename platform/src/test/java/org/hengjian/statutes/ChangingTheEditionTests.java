package org.hengjian.statutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.hengjian.audit.Audit;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Law;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator weighs a new edition of the law, puts it in force while the server runs, and takes it back. */
@OnThePlatform
class ChangingTheEditionTests {

    private static final String ADMINISTRATOR = "admin";
    private static final String OFFICER = "shen.zhiyao";

    @LocalServerPort
    int port;

    @Autowired
    Editions editions;

    @Autowired
    Law law;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @AfterEach
    void leave_the_shipped_edition() {
        persons.as(ADMINISTRATOR, () -> {
            if (!editions.own().isEmpty()) {
                editions.goBack();
            }
            editions.drop();
        });
    }

    @Test
    void a_stop_in_the_middle_of_a_change_is_mended_at_the_next_start(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("before"));
        Files.createDirectories(home.resolve("next"));
        Files.writeString(
                home.resolve("next").resolve("customs.yaml"),
                shipped("customs.yaml").replace("zh: 依职权保护：权利人申请扣留", "zh: 权利人申请扣留（新版）"));

        var started = Editions.atStart(home);

        assertThat(started.parameter("customs.exofficio.response").zh()).isEqualTo("权利人申请扣留（新版）");
        assertThat(home.resolve("in-force").resolve("customs.yaml")).exists();
        assertThat(home.resolve("next")).doesNotExist();
    }

    @Test
    void every_room_is_answered_by_the_new_edition_at_once() throws IOException {
        propose("customs.yaml", shipped("customs.yaml").replace("zh: 依职权保护：权利人申请扣留", "zh: 权利人申请扣留（新版）"));
        var proposal = editions.proposal();
        assertThat(proposal.findings()).isEmpty();
        assertThat(Objects.requireNonNull(proposal.impact()).altered()).containsExactly("customs.exofficio.response");
        assertThat(proposal.impact().duties()).contains("customs.exofficio.response");

        try (var administrator = Visitor.signedIn(port, ADMINISTRATOR)) {
            assertThat(page(administrator)).contains("customs.exofficio.response", "使其生效");
            administrator.post("/law-edition/in-force", Map.of("digest", proposal.digest(), "reason", "改名"));
            assertThat(page(administrator)).contains("新版已生效，1 项规定有变");
        }

        assertThat(law.parameter("customs.exofficio.response").zh()).isEqualTo("权利人申请扣留（新版）");
        assertThat(law.deadline(DeadlineQuestion.of("customs.exofficio.response", LocalDate.parse("2026-09-29")))
                        .due())
                .isEqualTo(LocalDate.parse("2026-10-09"));
        persons.as(ADMINISTRATOR, () -> {
            assertThat(audit.of("edition", proposal.digest()))
                    .anySatisfy(entry -> assertThat(entry.deed()).isEqualTo("statutes.put-in-force"));
            editions.goBack();
        });
        assertThat(law.parameter("customs.exofficio.response").zh()).isEqualTo("依职权保护：权利人申请扣留");
    }

    @Test
    void an_edition_that_breaks_one_golden_date_cannot_come_into_force() throws IOException {
        String file = shipped("customs.yaml");
        int at = file.indexOf("amount: 3\n", file.indexOf("id: customs.exofficio.response"));
        propose("customs.yaml", file.substring(0, at) + "amount: 4\n" + file.substring(at + "amount: 3\n".length()));

        var proposal = editions.proposal();

        assertThat(proposal.mayComeIntoForce()).isFalse();
        assertThat(proposal.findings()).anyMatch(finding -> finding.startsWith("customs.exofficio.response"));
        persons.as(
                ADMINISTRATOR,
                () -> assertThatThrownBy(() -> editions.putInForce(proposal.digest(), "试"))
                        .isInstanceOf(Editions.NotAsWeighed.class));
        try (var administrator = Visitor.signedIn(port, ADMINISTRATOR)) {
            assertThat(page(administrator)).contains("不能生效").doesNotContain("使其生效");
        }
    }

    @Test
    void what_changed_after_it_was_weighed_does_not_come_into_force() throws IOException {
        propose("customs.yaml", shipped("customs.yaml") + "\n# seen\n");
        String seen = editions.proposal().digest();
        propose("customs.yaml", shipped("customs.yaml") + "\n# not seen\n");

        persons.as(
                ADMINISTRATOR,
                () -> assertThatThrownBy(() -> editions.putInForce(seen, "试"))
                        .isInstanceOf(Editions.NotAsWeighed.class));
    }

    @Test
    void broken_files_are_told_and_foreign_names_are_not_taken() {
        propose("customs.yaml", "parameters: [");
        assertThat(editions.proposal().wrong()).isNotNull();
        assertThat(editions.proposal().mayComeIntoForce()).isFalse();
        for (String name : new String[] {"../customs.yaml", "x.sh", "", "a/b.yaml", "CUSTOMS.yaml"}) {
            assertThatThrownBy(() -> propose(name, "")).isInstanceOf(Editions.NotAFileOfLaw.class);
        }
    }

    @Test
    void nobody_but_an_administrator_gets_in() {
        try (var officer = Visitor.signedIn(port, OFFICER)) {
            assertThat(officer.get("/law-edition").statusCode()).isEqualTo(403);
            for (String step : new String[] {"drop", "in-force", "back"}) {
                assertThat(officer.post("/law-edition/" + step, Map.of("digest", "x", "reason", "x"))
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    private void propose(String name, String content) {
        persons.as(ADMINISTRATOR, () -> editions.propose(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String page(Visitor visitor) {
        return new String(visitor.get("/law-edition").body(), StandardCharsets.UTF_8);
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Law.class.getResourceAsStream("/law/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
