package org.hengjian.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Law LAW = Law.load();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Deadline due(String duty, String start) {
        return LAW.deadline(DeadlineQuestion.of(duty, day(start)));
    }

    private static Exclusion testing(String from, String to, boolean notified) {
        return new Exclusion(day(from), day(to), Exclusion.Reason.TESTING, notified);
    }

    @Test
    void fifteen_working_days_pass_over_the_golden_week() {
        assertThat(due("procedure.verification", "2020-09-21").due()).isEqualTo("2020-10-16");
    }

    @Test
    void an_extension_adds_fifteen_working_days() {
        DeadlineQuestion question = DeadlineQuestion.of("procedure.verification", day("2020-09-21"));
        assertThat(LAW.deadline(question.extended(1)).due()).isEqualTo("2020-11-06");
    }

    @Test
    void a_make_up_saturday_is_a_working_day() {
        assertThat(due("disclosure.withdraw", "2021-09-23").due()).isEqualTo("2021-09-27");
        assertThat(due("disclosure.withdraw", "2021-09-23").days())
                .extracting(Deadline.Day::date, Deadline.Day::counted, Deadline.Day::why)
                .contains(org.assertj.core.groups.Tuple.tuple(day("2021-09-26"), true, "make-up working day"));
    }

    @Test
    void testing_does_not_count_in_verification() {
        DeadlineQuestion question = DeadlineQuestion.of("procedure.verification", day("2025-01-20"))
                .extended(1)
                .excluding(List.of(testing("2025-02-10", "2025-02-14", true)));
        Deadline deadline = LAW.deadline(question);
        assertThat(deadline.due()).isEqualTo("2025-03-14");
        assertThat(deadline.days())
                .filteredOn(d -> d.date().equals(day("2025-02-10")))
                .singleElement()
                .satisfies(d -> assertThat(d.counted()).isFalse())
                .satisfies(d -> assertThat(d.why()).isEqualTo("excluded: testing"));
    }

    @Test
    void a_seizure_stays_on_its_last_day_and_names_the_working_day_before() {
        Deadline deadline = due("procedure.seizure", "2025-09-04");
        assertThat(deadline.due()).isEqualTo("2025-10-04");
        assertThat(deadline.rolled()).isFalse();
        assertThat(deadline.lastWorkingDayToAct()).isEqualTo("2025-09-30");
    }

    @Test
    void a_seizure_is_lengthened_by_testing_that_the_party_was_told_of() {
        DeadlineQuestion question = DeadlineQuestion.of("procedure.seizure", day("2020-09-10"));
        assertThat(LAW.deadline(question).due()).isEqualTo("2020-10-10");
        assertThat(LAW.deadline(question.extended(1)).due()).isEqualTo("2020-11-09");
        assertThat(LAW.deadline(question.excluding(List.of(testing("2020-09-15", "2020-09-26", true))))
                        .due())
                .isEqualTo("2020-10-22");
        assertThat(LAW.deadline(question.excluding(List.of(testing("2020-09-15", "2020-09-26", false))))
                        .due())
                .isEqualTo("2020-10-10");
    }

    @Test
    void identification_by_the_right_holder_does_not_stop_a_seizure() {
        Exclusion identification =
                new Exclusion(day("2020-09-15"), day("2020-09-20"), Exclusion.Reason.RIGHT_HOLDER_IDENTIFICATION, true);
        Deadline deadline = LAW.deadline(
                DeadlineQuestion.of("procedure.seizure", day("2020-09-10")).excluding(List.of(identification)));
        assertThat(deadline.due()).isEqualTo("2020-10-10");
        assertThat(deadline.days())
                .filteredOn(d -> d.date().equals(day("2020-09-16")))
                .extracting(Deadline.Day::why)
                .containsExactly("counted: right-holder-identification does not stop this period");
    }

    @Test
    void overlapping_exclusions_are_left_out_once() {
        DeadlineQuestion question = DeadlineQuestion.of("procedure.handling", day("2025-03-03"))
                .excluding(List.of(
                        testing("2025-03-10", "2025-03-19", true),
                        new Exclusion(day("2025-03-15"), day("2025-03-24"), Exclusion.Reason.SUSPENSION, null)));
        assertThat(LAW.deadline(question).nominal()).isEqualTo(day("2025-06-01").plusDays(15));
    }

    @Test
    void a_partys_last_day_on_a_holiday_moves_to_the_first_day_after() {
        Deadline deadline = due("procedure.payment", "2025-09-20");
        assertThat(deadline.nominal()).isEqualTo("2025-10-05");
        assertThat(deadline.due()).isEqualTo("2025-10-09");
        assertThat(deadline.rolled()).isTrue();
    }

    @Test
    void twenty_four_hours_run_through_the_weekend() {
        Deadline deadline = LAW.deadline(
                DeadlineQuestion.of("referral.transfer", OffsetDateTime.parse("2025-06-06T17:00:00+08:00")));
        assertThat(deadline.dueMoment()).isEqualTo(OffsetDateTime.parse("2025-06-07T17:00:00+08:00"));
    }

    @Test
    void a_period_in_hours_refuses_a_day() {
        assertThatThrownBy(() -> due("referral.transfer", "2025-06-06")).hasMessageContaining("must be a moment");
    }

    @Test
    void three_days_of_the_referral_order_stay_in_the_strict_reading_and_roll_in_the_lenient_one() {
        Deadline deadline = due("referral.decide", "2025-06-04");
        assertThat(deadline.due()).isEqualTo("2025-06-07");
        assertThat(deadline.alternatives())
                .singleElement()
                .satisfies(a -> assertThat(a.reading()).isEqualTo("lenient"))
                .satisfies(a -> assertThat(a.due()).isEqualTo("2025-06-09"));
    }

    @Test
    void a_year_without_a_notice_gives_a_provisional_answer_that_says_so() {
        Deadline deadline = due("procedure.verification", "2026-12-21");
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.uncertain()).asString().contains("calendar not published").contains("2027");
        assertThat(deadline.due()).isEqualTo("2027-01-12");
        assertThatThrownBy(() -> LAW.workingDays().after(day("2026-12-21"), 15))
                .isInstanceOf(CalendarNotPublished.class);
    }

    @Test
    void mediation_changes_its_unit_with_the_measures_of_2026() {
        assertThat(due("complaint.mediation", "2026-04-14").period())
                .satisfies(p -> assertThat(p.unit()).isEqualTo(Period.Unit.WORKING_DAYS));
        assertThat(due("complaint.mediation", "2026-04-15").due()).isEqualTo("2026-06-15");
    }

    @Test
    void a_value_from_memory_is_not_certain() {
        assertThat(due("disclosure.double-publicity", "2025-06-03").uncertain()).asString().contains("not verified");
    }

    @Test
    void a_day_before_the_first_value_has_a_reason_instead_of_a_date() {
        Deadline deadline = due("procedure.verification", "2015-06-03");
        assertThat(deadline.due()).isNull();
        assertThat(deadline.uncertain()).asString().contains("no value on 2015-06-03");
    }

    @Test
    void a_second_extension_of_a_case_has_no_figure() {
        Deadline deadline = LAW.deadline(
                DeadlineQuestion.of("procedure.handling", day("2025-03-03")).extended(2));
        assertThat(deadline.extended()).isEqualTo(30);
        assertThat(deadline.uncertain()).asString().contains("no figure");
    }

    @Test
    void a_period_of_months_ends_on_the_same_day_of_the_month_or_on_the_last_one() {
        assertThat(due("procedure.litigation", "2025-08-31").nominal()).isEqualTo("2026-02-28");
    }

    @Test
    void one_of_several_periods_is_named_by_its_key() {
        assertThat(due("disclosure.samr.cross-province.push", "2026-03-02").due())
                .isEqualTo("2026-03-16");
        assertThatThrownBy(() -> due("disclosure.samr.cross-province", "2026-03-02"))
                .isInstanceOf(UnknownParameter.class);
    }
}
