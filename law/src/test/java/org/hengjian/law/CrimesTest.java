package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hengjian.law.CrimeAssessment.Applied;
import org.hengjian.law.CrimeAssessment.Basis;
import org.hengjian.law.CrimeAssessment.Result;
import org.hengjian.law.CrimeFacts.Act;
import org.hengjian.law.CrimeFacts.ObjectKind;
import org.hengjian.law.CrimeFacts.Offender;
import org.hengjian.law.CrimeFacts.Prior;
import org.hengjian.law.CrimeFacts.Role;
import org.junit.jupiter.api.Test;

class CrimesTest {

    private static final Law LAW = Law.load();

    /** A small writer of facts. */
    private static final class Facts {
        private final List<Act> acts = new ArrayList<>();
        private final List<Prior> prior = new ArrayList<>();
        private Offender offender = Offender.INDIVIDUAL;
        private boolean suspicion;

        Facts act(String on, Role role, ObjectKind object, int kinds, Object... amounts) {
            return act(on, null, role, object, kinds, null, amounts);
        }

        Facts act(
                String on,
                @org.jspecify.annotations.Nullable String until,
                Role role,
                ObjectKind object,
                int kinds,
                @org.jspecify.annotations.Nullable Prior punished,
                Object... amounts) {
            Map<Metric, Long> map = new EnumMap<>(Metric.class);
            for (int i = 0; i < amounts.length; i += 2) {
                Metric metric = (Metric) amounts[i];
                String text = String.valueOf(amounts[i + 1]);
                map.put(metric, metric.isMoney() ? Money.parseYuan(text).fen() : Long.parseLong(text));
            }
            acts.add(new Act(
                    LocalDate.parse(on),
                    until == null ? null : LocalDate.parse(until),
                    role,
                    object,
                    null,
                    map,
                    kinds,
                    List.of(),
                    null,
                    true,
                    null,
                    punished));
            return this;
        }

        Facts prior(String on, String... crimes) {
            prior.add(new Prior(false, LocalDate.parse(on), List.of(crimes)));
            return this;
        }

        Facts unit() {
            offender = Offender.UNIT;
            return this;
        }

        Facts suspicion() {
            suspicion = true;
            return this;
        }

        CrimeAssessment all(String decided, String... crimes) {
            return LAW.crimes(
                    new CrimeFacts(LocalDate.parse(decided), offender, List.of(crimes), acts, prior, suspicion));
        }

        Result one(String decided, String crime) {
            return all(decided, crime).results().getFirst();
        }
    }

    private static Facts maker(String on, int kinds, Object turnover, Object gain) {
        return new Facts()
                .act(
                        on,
                        Role.MAKER,
                        ObjectKind.GOODS,
                        kinds,
                        Metric.ILLEGAL_TURNOVER,
                        turnover,
                        Metric.ILLEGAL_GAIN,
                        gain);
    }

    private static Facts seller(String on, Object sales, Object gain, Object unsold) {
        return new Facts()
                .act(
                        on,
                        Role.SELLER,
                        ObjectKind.GOODS,
                        1,
                        Metric.SALES,
                        sales,
                        Metric.ILLEGAL_GAIN,
                        gain,
                        Metric.UNSOLD_VALUE,
                        unsold);
    }

    @Test
    void the_line_of_article_213_includes_its_figure() {
        assertThat(maker("2025-06-01", 1, 50000, 0).one("2025-07-01", "213").reached())
                .isTrue();
        assertThat(maker("2025-06-01", 1, "49999.99", 0)
                        .one("2025-07-01", "213")
                        .reached())
                .isFalse();
        assertThat(maker("2025-06-01", 1, "49999.99", 0)
                        .one("2025-07-01", "213")
                        .flags())
                .contains("near");
    }

    @Test
    void two_marks_of_different_sources_lower_the_line() {
        assertThat(maker("2025-06-01", 2, 30000, 0).one("2025-07-01", "213").reached())
                .isTrue();
        assertThat(maker("2025-06-01", 2, "29999.99", 0)
                        .one("2025-07-01", "213")
                        .reached())
                .isFalse();
    }

    @Test
    void a_punishment_within_two_years_lowers_the_line_only_from_2025_04_26() {
        assertThat(maker("2025-06-01", 1, 30000, 0)
                        .prior("2023-06-01", "214")
                        .one("2025-07-01", "213")
                        .reached())
                .isTrue();
        assertThat(maker("2025-06-01", 1, 30000, 0)
                        .prior("2023-05-31", "214")
                        .one("2025-07-01", "213")
                        .reached())
                .isFalse();
        assertThat(maker("2025-04-25", 1, 30000, 0)
                        .prior("2024-06-01", "214")
                        .one("2025-07-01", "213")
                        .reached())
                .isFalse();
    }

    @Test
    void the_later_higher_line_of_the_upper_tier_serves_older_acts() {
        Result result = maker("2025-04-25", 1, 400000, 0).one("2025-07-01", "213");
        assertThat(result.tier()).isEqualTo("base");
        assertThat(result.applied()).isEqualTo(Applied.LATER_LENIENT);
        assertThat(maker("2025-04-25", 1, 400000, 0).one("2025-04-25", "213").tier())
                .isEqualTo("aggravated");
        assertThat(maker("2025-04-26", 1, 500000, 0).one("2025-07-01", "213").tier())
                .isEqualTo("aggravated");
        assertThat(maker("2025-04-26", 1, "499999.99", 0)
                        .one("2025-07-01", "213")
                        .tier())
                .isEqualTo("base");
    }

    @Test
    void what_is_absent_is_unknown_and_named() {
        Facts facts = new Facts().act("2025-06-01", Role.MAKER, ObjectKind.GOODS, 1, Metric.ILLEGAL_TURNOVER, 49999);
        Result result = facts.one("2025-07-01", "213");
        assertThat(result.reached()).isNull();
        assertThat(result.missing()).containsExactly("illegalGain");
        Facts small = new Facts().act("2025-06-01", Role.MAKER, ObjectKind.GOODS, 1, Metric.ILLEGAL_TURNOVER, 20000);
        assertThat(small.one("2025-07-01", "213").reached()).isFalse();
    }

    @Test
    void a_maker_counts_the_unsold_and_a_mere_seller_needs_three_times_the_line() {
        Facts made = new Facts()
                .act("2026-01-05", Role.MAKER, ObjectKind.GOODS, 1, Metric.SALES, 21000, Metric.UNSOLD_VALUE, 30000);
        assertThat(made.one("2026-02-01", "213").reached()).isTrue();
        assertThat(seller("2026-01-05", 21000, 0, 30000)
                        .one("2026-02-01", "214")
                        .reached())
                .isFalse();
        assertThat(seller("2026-01-05", 49999, 0, 100001)
                        .one("2026-02-01", "214")
                        .reached())
                .isTrue();
        assertThat(seller("2026-01-05", 49999, 0, 100000)
                        .one("2026-02-01", "214")
                        .reached())
                .isFalse();
        assertThat(seller("2026-01-05", 0, 0, 150000).one("2026-02-01", "214").reached())
                .isTrue();
    }

    @Test
    void a_sellers_act_does_not_decide_the_makers_crime() {
        Result result = seller("2026-01-05", 60000, 0, 0).one("2026-02-01", "213");
        assertThat(result.reached()).isNull();
        assertThat(result.flags()).contains("acts-of-another-kind");
    }

    @Test
    void unsold_stock_before_2025_04_26_is_an_attempt() {
        Result result = seller("2020-05-05", 0, 0, 150000).one("2020-06-01", "214");
        assertThat(result.reached()).isTrue();
        assertThat(result.attempt()).isTrue();
        assertThat(seller("2020-05-05", 0, 0, 250000).one("2020-06-01", "214").tier())
                .isEqualTo("aggravated");
        assertThat(seller("2020-05-05", 0, 0, 250000).one("2025-06-01", "214").tier())
                .isEqualTo("base");
    }

    @Test
    void sales_between_the_amendment_and_the_interpretation_are_reached_with_doubt() {
        Result result = seller("2024-05-05", 50000, 0, 0).one("2024-06-01", "214");
        assertThat(result.reached()).isTrue();
        assertThat(result.uncertain()).asString().contains("过渡期");
        assertThat(result.flags()).contains("transition-period");
    }

    @Test
    void counterfeit_services_are_no_crime_before_2021_03_01_and_use_the_later_figures_after() {
        Facts before = new Facts().act("2021-02-28", Role.MAKER, ObjectKind.SERVICES, 1, Metric.ILLEGAL_GAIN, 90000);
        assertThat(before.one("2025-07-01", "213").reached()).isFalse();
        Facts after = new Facts().act("2022-02-28", Role.MAKER, ObjectKind.SERVICES, 1, Metric.ILLEGAL_GAIN, 50000);
        assertThat(after.one("2025-07-01", "213").reached()).isTrue();
        assertThat(after.one("2025-07-01", "213").applied()).isEqualTo(Applied.LATER_NONE_BEFORE);
        assertThat(after.one("2023-07-01", "213").reached()).isNull();
    }

    @Test
    void gains_from_goods_and_services_are_added_up() {
        Facts facts = new Facts()
                .act(
                        "2025-06-01",
                        Role.MAKER,
                        ObjectKind.GOODS,
                        1,
                        Metric.ILLEGAL_GAIN,
                        25000,
                        Metric.ILLEGAL_TURNOVER,
                        40000)
                .act("2025-06-02", Role.MAKER, ObjectKind.SERVICES, 1, Metric.ILLEGAL_GAIN, 25000);
        assertThat(facts.one("2025-07-01", "213").reached()).isTrue();
    }

    @Test
    void acts_not_yet_punished_are_added_up_and_punished_ones_lower_the_line() {
        Prior punished = new Prior(false, LocalDate.parse("2025-05-20"), List.of());
        Facts facts = new Facts()
                .act(
                        "2025-05-01",
                        null,
                        Role.MAKER,
                        ObjectKind.GOODS,
                        1,
                        punished,
                        Metric.ILLEGAL_TURNOVER,
                        40000,
                        Metric.ILLEGAL_GAIN,
                        0)
                .act(
                        "2025-06-01",
                        Role.MAKER,
                        ObjectKind.GOODS,
                        1,
                        Metric.ILLEGAL_TURNOVER,
                        29999,
                        Metric.ILLEGAL_GAIN,
                        0);
        assertThat(facts.one("2025-07-01", "213").reached()).isFalse();
        facts.act("2025-06-03", Role.MAKER, ObjectKind.GOODS, 1, Metric.ILLEGAL_TURNOVER, 1, Metric.ILLEGAL_GAIN, 0);
        assertThat(facts.one("2025-07-01", "213").reached()).isTrue();
    }

    @Test
    void a_unit_had_three_times_the_line_until_2007_04_05() {
        assertThat(maker("2006-06-01", 1, 149999, 0)
                        .unit()
                        .one("2006-07-01", "213")
                        .reached())
                .isFalse();
        assertThat(maker("2006-06-01", 1, 150000, 0)
                        .unit()
                        .one("2006-07-01", "213")
                        .reached())
                .isTrue();
        assertThat(maker("2007-04-05", 1, 50000, 0)
                        .unit()
                        .one("2007-07-01", "213")
                        .reached())
                .isTrue();
    }

    @Test
    void labels_patents_and_secrets_keep_the_older_lines_for_older_acts() {
        Facts labels = new Facts()
                .act(
                        "2025-04-25",
                        Role.LABEL_MAKER,
                        ObjectKind.LABELS,
                        1,
                        Metric.LABELS,
                        19999,
                        Metric.ILLEGAL_TURNOVER,
                        0,
                        Metric.ILLEGAL_GAIN,
                        0);
        assertThat(labels.one("2025-07-01", "215").reached()).isFalse();
        Facts now = new Facts()
                .act(
                        "2025-04-26",
                        Role.LABEL_MAKER,
                        ObjectKind.LABELS,
                        1,
                        Metric.LABELS,
                        10000,
                        Metric.ILLEGAL_TURNOVER,
                        0,
                        Metric.ILLEGAL_GAIN,
                        0);
        assertThat(now.one("2025-07-01", "215").reached()).isTrue();
        Facts secret = new Facts()
                .act("2019-06-01", Role.MAKER, ObjectKind.SECRET, 1, Metric.LOSS, 400000, Metric.ILLEGAL_GAIN, 0);
        assertThat(secret.one("2025-07-01", "219").reached()).isFalse();
        Facts newer = new Facts()
                .act("2020-09-14", Role.MAKER, ObjectKind.SECRET, 1, Metric.LOSS, 300000, Metric.ILLEGAL_GAIN, 0);
        assertThat(newer.one("2025-07-01", "219").reached()).isTrue();
    }

    @Test
    void two_halves_of_different_items_make_a_whole() {
        Facts facts = new Facts()
                .act(
                        "2025-06-01",
                        Role.MAKER,
                        ObjectKind.NETWORK,
                        1,
                        Metric.ILLEGAL_TURNOVER,
                        25000,
                        Metric.ILLEGAL_GAIN,
                        0,
                        Metric.ITEMS,
                        250,
                        Metric.DOWNLOADS,
                        0,
                        Metric.CLICKS,
                        0,
                        Metric.MEMBERS,
                        0);
        assertThat(facts.one("2025-07-01", "217").reached()).isTrue();
        Facts same = new Facts()
                .act(
                        "2025-06-01",
                        Role.MAKER,
                        ObjectKind.NETWORK,
                        1,
                        Metric.ILLEGAL_TURNOVER,
                        0,
                        Metric.ILLEGAL_GAIN,
                        0,
                        Metric.ITEMS,
                        250,
                        Metric.DOWNLOADS,
                        0,
                        Metric.CLICKS,
                        0,
                        Metric.MEMBERS,
                        500);
        assertThat(same.one("2025-07-01", "217").reached()).isNull();
    }

    @Test
    void the_tiers_of_article_140_and_its_attempt() {
        Facts sold = new Facts()
                .act("2025-06-01", Role.SELLER, ObjectKind.OTHER, 1, Metric.SALES, 200000, Metric.UNSOLD_VALUE, 0);
        assertThat(sold.one("2025-07-01", "140").tier()).isEqualTo("tier2");
        Facts mixed = new Facts()
                .act("2025-06-01", Role.SELLER, ObjectKind.OTHER, 1, Metric.SALES, 20000, Metric.UNSOLD_VALUE, 90000);
        assertThat(mixed.one("2025-07-01", "140").reached()).isTrue();
        assertThat(mixed.one("2025-07-01", "140").attempt()).isTrue();
        Facts below = new Facts()
                .act(
                        "2025-06-01",
                        Role.SELLER,
                        ObjectKind.OTHER,
                        1,
                        Metric.SALES,
                        20000,
                        Metric.UNSOLD_VALUE,
                        "89999.99");
        assertThat(below.one("2025-07-01", "140").reached()).isFalse();
    }

    @Test
    void fake_drugs_need_no_amount() {
        Facts facts = new Facts()
                .act("2025-06-01", Role.SELLER, ObjectKind.DRUG, 1, Metric.SALES, 10, Metric.UNSOLD_VALUE, 0);
        CrimeAssessment assessment = facts.all("2025-07-01", "141");
        assertThat(assessment.results().getFirst().reached()).isTrue();
        assertThat(assessment.referral().basis()).isEqualTo(Basis.NO_AMOUNT_NEEDED);
        assertThat(assessment.referral().must()).isTrue();
    }

    @Test
    void reasonable_suspicion_refers_an_ip_case_below_every_line_from_2020_08_07() {
        assertThat(maker("2020-08-01", 1, 10, 0)
                        .suspicion()
                        .all("2020-08-07")
                        .referral()
                        .basis())
                .isEqualTo(Basis.REASONABLE_SUSPICION);
        assertThat(maker("2020-08-01", 1, 10, 0)
                        .suspicion()
                        .all("2020-08-06")
                        .referral()
                        .must())
                .isNull();
        assertThat(maker("2020-08-01", 1, 10, 0).all("2020-08-07").referral().must())
                .isNull();
    }

    @Test
    void the_limitation_follows_the_longest_term_of_the_tier() {
        assertThat(maker("2025-06-01", 1, 50000, 0).all("2025-07-01").limitation())
                .isEqualTo(new CrimeAssessment.Limitation(5, LocalDate.parse("2030-06-01"), false));
        assertThat(maker("2025-06-01", 1, 500000, 0).all("2025-07-01").limitation())
                .isEqualTo(new CrimeAssessment.Limitation(15, LocalDate.parse("2040-06-01"), false));
    }

    private record Kind(Role role, ObjectKind object) {}

    private static Kind kindOf(String code) {
        return switch (code) {
            case "213" -> new Kind(Role.MAKER, ObjectKind.GOODS);
            case "214" -> new Kind(Role.SELLER, ObjectKind.GOODS);
            case "215" -> new Kind(Role.SELLER, ObjectKind.LABELS);
            case "216" -> new Kind(Role.MAKER, ObjectKind.PATENT);
            case "217" -> new Kind(Role.MAKER, ObjectKind.NETWORK);
            case "218" -> new Kind(Role.SELLER, ObjectKind.COPIES);
            case "219" -> new Kind(Role.MAKER, ObjectKind.SECRET);
            case "147" -> new Kind(Role.SELLER, ObjectKind.SEED);
            default -> new Kind(Role.SELLER, ObjectKind.OTHER);
        };
    }

    @Test
    void more_never_turns_reached_into_not_reached() {
        for (String code : List.of("213", "214", "215", "216", "217", "218", "219", "140", "147")) {
            for (String day : List.of("2005-01-01", "2012-01-01", "2022-01-01", "2025-06-01")) {
                for (Metric metric : Metric.values()) {
                    if (!metric.isFact()) {
                        continue;
                    }
                    boolean before = false;
                    for (long amount :
                            new long[] {0, 400, 9_999, 10_000, 50_000, 149_999, 150_000, 300_000, 5_000_000}) {
                        Facts facts = new Facts();
                        facts.act(day, kindOf(code).role(), kindOf(code).object(), 1, metric, amount);
                        boolean reached = Boolean.TRUE.equals(
                                facts.one("2026-07-01", code).reached());
                        assertThat(before && !reached)
                                .as("%s %s %s %s", code, day, metric, amount)
                                .isFalse();
                        before = reached;
                    }
                }
            }
        }
    }
}
