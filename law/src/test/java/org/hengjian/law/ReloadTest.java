package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

    private static final Law LAW = Law.load();

    private static String shipped(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReloadTest.class.getResourceAsStream("/law/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String overlay(String multiple) {
        return """
                overlays:
                  - whose: {zh: 某省商标裁量基准, en: A province's rule, region: '330000'}
                    narrows: fine.trademark.infringement
                    from: '2025-01-01'
                    bands:
                      - {below: 50000, fine: [0, 200000]}
                      - {at_or_above: 50000, multiple: %s}
                    source: {instrument: 某省裁量基准, article: 第一条, quote: []}
                """.formatted(multiple);
    }

    @Test
    void an_empty_folder_changes_nothing(@TempDir Path folder) {
        assertThat(LAW.impactOf(Law.load(folder)).isEmpty()).isTrue();
    }

    @Test
    void a_new_version_tells_what_it_touches(@TempDir Path folder) throws IOException {
        String thresholds = shipped("criminal-thresholds.yaml")
                .replace("{metric: directLoss, at_least: 300000}", "{metric: directLoss, at_least: 200000}");
        Files.writeString(folder.resolve("criminal-thresholds.yaml"), thresholds);
        Impact impact = LAW.impactOf(Law.load(folder));
        assertThat(impact.altered()).containsExactly("crime.art216.base");
        assertThat(impact.crimes()).containsExactly("216");
        assertThat(impact.duties()).isEmpty();
    }

    @Test
    void a_changed_period_touches_its_duty(@TempDir Path folder) throws IOException {
        String procedure = shipped("penalty-procedure.yaml").replaceFirst("amount: 15", "amount: 20");
        Files.writeString(folder.resolve("penalty-procedure.yaml"), procedure);
        Law newer = Law.load(folder);
        assertThat(LAW.impactOf(newer).duties()).containsExactly("procedure.verification");
        assertThat(newer.deadline(DeadlineQuestion.of("procedure.verification", LocalDate.parse("2025-06-02")))
                        .due())
                .isEqualTo("2025-06-30");
    }

    @Test
    void a_local_rule_narrows_in_its_region_and_says_whose_it_is(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("province.overlay.yaml"), overlay("[1, 3]"));
        Law law = Law.load(folder);
        PenaltyQuestion question = PenaltyQuestion.of(
                        "fine.trademark.infringement", LocalDate.parse("2025-05-01"), LocalDate.parse("2025-06-01"))
                .with(PenaltyQuestion.Base.ILLEGAL_TURNOVER, Money.ofYuan(60000));
        PenaltyRange there = law.penalty(question, RegionCode.of("330106"));
        assertThat(there.min()).isEqualTo(Money.ofYuan(60000));
        assertThat(there.max()).isEqualTo(Money.ofYuan(180000));
        assertThat(there.narrowedBy()).containsExactly("某省商标裁量基准");
        assertThat(law.penalty(question, RegionCode.of("440305")).max()).isEqualTo(Money.ofYuan(300000));
    }

    @Test
    void a_local_rule_that_exceeds_is_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("province.overlay.yaml"), overlay("[1, 6]"));
        assertThatThrownBy(() -> Law.load(folder)).hasMessageContaining("exceeds the national range");
    }

    @Test
    void the_time_machine_lists_what_differs_between_two_days() {
        assertThat(LAW.changes(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-01")))
                .extracting(change -> change.parameter().id())
                .contains(
                        "fine.trademark.infringement",
                        "fine.trademark.well-known-advertising",
                        "destruction.trademark.admin-2027");
        assertThat(LAW.changes(LocalDate.parse("2026-12-31"), LocalDate.parse("2026-12-31")))
                .isEmpty();
    }
}
