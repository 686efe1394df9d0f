package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for any span; the seed is printed with every failure. */
class PeriodPropertiesTest {

    private static final Law LAW = Law.load();
    private static final List<String> DUTIES = List.of(
            "procedure.verification",
            "procedure.handling",
            "procedure.seizure",
            "procedure.payment",
            "referral.decide",
            "customs.exofficio.release",
            "disclosure.on-request",
            "procedure.litigation",
            "complaint.limitation");

    /** Day by day, as a clerk with a paper calendar would. */
    private static LocalDate counted(DeadlineQuestion question, Period period, List<Exclusion> counting) {
        int length = period.amount();
        int granted = 0;
        for (Period.Extension extension : period.extensions()) {
            if (granted++ < question.extensions() && extension.amount() != null) {
                length += extension.amount();
            }
        }
        WorkingDays days = LAW.workingDays();
        LocalDate end;
        if (period.unit() == Period.Unit.MONTHS || period.unit() == Period.Unit.YEARS) {
            LocalDate plain = period.unit() == Period.Unit.MONTHS
                    ? question.start().plusMonths(length)
                    : question.start().plusYears(length);
            end = question.start();
            long left = plain.toEpochDay() - question.start().toEpochDay();
            end = walk(end, left, counting, false);
        } else {
            end = walk(question.start(), length, counting, period.unit() == Period.Unit.WORKING_DAYS);
        }
        if (period.unit() != Period.Unit.WORKING_DAYS && period.lastDay() == Period.LastDay.ROLLS) {
            while (!days.isWorkingDayProvisionally(end)) {
                end = end.plusDays(1);
            }
        }
        return end;
    }

    private static LocalDate walk(LocalDate start, long length, List<Exclusion> counting, boolean working) {
        LocalDate day = start;
        long left = length;
        while (left > 0) {
            day = day.plusDays(1);
            LocalDate today = day;
            boolean out = counting.stream().anyMatch(s -> !today.isBefore(s.from()) && !today.isAfter(s.to()));
            if (!out && (!working || LAW.workingDays().isWorkingDayProvisionally(day))) {
                left--;
            }
        }
        return day;
    }

    @Test
    void counting_by_table_equals_counting_day_by_day() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Exclusion.Reason[] reasons = Exclusion.Reason.values();
        for (int i = 0; i < 4000; i++) {
            String duty = DUTIES.get(random.nextInt(DUTIES.size()));
            LocalDate start = LocalDate.of(2019, 7, 15).plusDays(random.nextInt(4000));
            List<Exclusion> excluded = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                LocalDate from = start.plusDays(random.nextInt(160) - 20L);
                excluded.add(new Exclusion(
                        from,
                        from.plusDays(random.nextInt(25)),
                        reasons[random.nextInt(reasons.length)],
                        random.nextBoolean()));
            }
            DeadlineQuestion question =
                    DeadlineQuestion.of(duty, start).extended(random.nextInt(3)).excluding(excluded);
            Deadline deadline = LAW.deadline(question);
            Period period = deadline.period();
            if (period == null) {
                continue;
            }
            assertThat(deadline.due())
                    .as("seed %d, %s", seed, question)
                    .isEqualTo(counted(question, period, deadline.counting()));
            assertThat(deadline.days().stream().filter(Deadline.Day::counted).count())
                    .as("counted days on the ruler, seed %d, %s", seed, question)
                    .isEqualTo(deadline.days().stream()
                            .mapToInt(Deadline.Day::n)
                            .max()
                            .orElse(0));
        }
    }

    @Test
    void every_day_from_2004_to_2030_has_an_answer_or_a_reason() {
        for (LocalDate day = LocalDate.of(2004, 1, 1); day.getYear() <= 2030; day = day.plusDays(1)) {
            for (String duty : DUTIES) {
                Deadline deadline = LAW.deadline(DeadlineQuestion.of(duty, day));
                boolean said = deadline.due() != null || !deadline.uncertain().isEmpty();
                assertThat(said).as("%s on %s", duty, day).isTrue();
                if (deadline.due() != null && deadline.provisional()) {
                    assertThat(deadline.uncertain()).as("%s on %s", duty, day).asString().contains("calendar not published");
                }
            }
        }
    }

    @Test
    void a_later_start_or_a_longer_exclusion_never_brings_the_end_forward() {
        for (String duty : DUTIES) {
            LocalDate before = LocalDate.MIN;
            for (LocalDate day = LocalDate.of(2021, 7, 15); day.getYear() < 2026; day = day.plusDays(1)) {
                LocalDate due = LAW.deadline(DeadlineQuestion.of(duty, day)).due();
                assertThat(due).as("%s from %s", duty, day).isNotNull().isAfterOrEqualTo(before);
                before = due == null ? before : due;
            }
        }
    }

    @Test
    void a_region_contains_itself_and_its_parents_contain_it() {
        RegionCode county = RegionCode.of("330106");
        assertThat(county.city().text()).isEqualTo("330100");
        assertThat(county.province().text()).isEqualTo("330000");
        assertThat(county.province().contains(county)).isTrue();
        assertThat(county.common(RegionCode.of("440305"))).isEqualTo(RegionCode.NATION);
        assertThat(RegionCode.isValid("330006")).isFalse();
        assertThat(RegionCode.isValid("33010")).isFalse();
    }

    @Test
    void money_is_exact_or_an_exception() {
        assertThat(Money.parseYuan("49999.99").fen()).isEqualTo(4999999);
        assertThat(Money.ofFen(1).yuan().toPlainString()).isEqualTo("0.01");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Money.parseYuan("0.001"))
                .isInstanceOf(ArithmeticException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Money.ofFen(Long.MAX_VALUE).plus(Money.ofFen(1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
