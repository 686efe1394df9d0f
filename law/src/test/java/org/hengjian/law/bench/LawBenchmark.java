package org.hengjian.law.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.hengjian.law.CrimeFacts;
import org.hengjian.law.DeadlineQuestion;
import org.hengjian.law.Exclusion;
import org.hengjian.law.Law;
import org.hengjian.law.Metric;
import org.junit.jupiter.api.Test;

/**
 * Measures loading, deadlines, threshold assessments and the re-computation of a million open cases, on one thread. Run on
 * request by {@code ./dev bench law}; its name keeps it out of the tests.
 */
final class LawBenchmark {

    private static final int QUESTIONS = 1 << 16;
    private static final int ROUNDS = 4;
    private static final long NANOS = 1_000_000_000L;

    @Test
    void measures_loading_deadlines_thresholds_and_a_new_edition() {
        long begin = System.nanoTime();
        Law law = Law.load();
        say("load, cold", System.nanoTime() - begin);
        for (int i = 0; i < 20; i++) {
            begin = System.nanoTime();
            law = Law.load();
        }
        say("load, warm", System.nanoTime() - begin);

        Law loaded = law;
        DeadlineQuestion[] plain = deadlines(false);
        rate(
                "deadlines",
                2_000_000,
                i -> loaded.deadline(plain[i & QUESTIONS - 1]).extended());
        DeadlineQuestion[] excluded = deadlines(true);
        rate(
                "deadlines with extension and two exclusions",
                1_000_000,
                i -> loaded.deadline(excluded[i & QUESTIONS - 1]).extended());
        CrimeFacts[] one = facts(List.of("213"));
        rate(
                "threshold assessments, one crime",
                150_000,
                i -> loaded.crimes(one[i & QUESTIONS - 1]).results().size());
        CrimeFacts[] all = facts(List.of());
        rate(
                "threshold assessments, all crimes that the facts concern",
                150_000,
                i -> loaded.crimes(all[i & QUESTIONS - 1]).results().size());

        begin = processor();
        Law newer = Law.load();
        long touched = loaded.impactOf(newer).altered().size();
        for (int i = 0; i < 1_000_000; i++) {
            touched += newer.deadline(plain[i & QUESTIONS - 1]).extended();
            touched += newer.deadline(excluded[i & QUESTIONS - 1]).extended();
            touched += newer.crimes(one[i & QUESTIONS - 1]).results().size();
        }
        say(
                "load, compare and re-compute 1,000,000 open cases (two deadlines and one assessment each) [" + touched
                        + "]",
                processor() - begin);
    }

    private static void rate(String what, int times, IntToLongFunction work) {
        double best = 0;
        long sink = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = processor();
            for (int i = 0; i < times; i++) {
                sink += work.applyAsLong(i);
            }
            best = Math.max(best, (double) times * NANOS / (processor() - begin));
        }
        System.out.printf("%-60s %,14.0f a second [%d]%n", what, best, sink % 10);
    }

    /** Processor time of this thread: what counts on a machine that others use too. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String what, long nanos) {
        System.out.printf("%-60s %,14.1f ms%n", what, nanos / 1e6);
    }

    private static DeadlineQuestion[] deadlines(boolean spans) {
        String[] duties = {
            "procedure.verification",
            "procedure.handling",
            "procedure.seizure",
            "procedure.payment",
            "referral.decide",
            "disclosure.samr.same-province",
            "complaint.accept",
            "customs.exofficio.release"
        };
        Random random = new Random(42);
        DeadlineQuestion[] questions = new DeadlineQuestion[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            LocalDate start = LocalDate.of(2021, 9, 1).plusDays(random.nextInt(1600));
            DeadlineQuestion question = DeadlineQuestion.of(duties[random.nextInt(duties.length)], start);
            if (spans) {
                question = question.extended(1)
                        .excluding(List.of(
                                new Exclusion(start.plusDays(3), start.plusDays(9), Exclusion.Reason.TESTING, true),
                                new Exclusion(
                                        start.plusDays(7), start.plusDays(12), Exclusion.Reason.EXPERT_OPINION, true)));
            }
            questions[i] = question;
        }
        return questions;
    }

    private static CrimeFacts[] facts(List<String> crimes) {
        Random random = new Random(43);
        CrimeFacts[] facts = new CrimeFacts[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            Map<Metric, Long> amounts = new EnumMap<>(Metric.class);
            amounts.put(Metric.ILLEGAL_TURNOVER, (long) random.nextInt(60_000_000));
            amounts.put(Metric.ILLEGAL_GAIN, (long) random.nextInt(5_000_000));
            LocalDate on = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
            CrimeFacts.Act act = new CrimeFacts.Act(
                    on,
                    null,
                    CrimeFacts.Role.MAKER,
                    CrimeFacts.ObjectKind.GOODS,
                    null,
                    amounts,
                    1 + random.nextInt(2),
                    List.of(),
                    null,
                    true,
                    null,
                    null);
            List<CrimeFacts.Prior> prior = random.nextInt(4) == 0
                    ? List.of(new CrimeFacts.Prior(false, on.minusDays(random.nextInt(900)), List.of("214")))
                    : List.of();
            facts[i] = new CrimeFacts(
                    LocalDate.of(2026, 11, 1), CrimeFacts.Offender.INDIVIDUAL, crimes, List.of(act), prior, false);
        }
        return facts;
    }
}
