package org.hengjian.law;

import java.util.ArrayList;
import java.util.List;
import org.hengjian.law.CrimeAssessment.Result;

/** Several crimes by one conduct (罪数): which one takes up the other, and which stand side by side. */
final class Concurrence {

    private Concurrence() {}

    /** Who makes and then sells the same goods commits the first crime only; who sells others' commits both. */
    static void absorb(List<Result> results, CrimeFacts facts) {
        boolean own = facts.acts().stream().anyMatch(act -> Boolean.TRUE.equals(act.ownGoods()));
        absorb(results, own, "213", "214");
        absorb(results, own, "217", "218");
    }

    private static void absorb(List<Result> results, boolean own, String making, String selling) {
        int first = reached(results, making);
        int second = reached(results, selling);
        if (first < 0 || second < 0) {
            return;
        }
        if (own) {
            results.set(second, flagged(results.get(second), "absorbed-by-" + making));
        } else {
            results.set(first, flagged(results.get(first), "several-crimes"));
            results.set(second, flagged(results.get(second), "several-crimes"));
        }
    }

    private static int reached(List<Result> results, String code) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).crime().equals(code)
                    && Boolean.TRUE.equals(results.get(i).reached())) {
                return i;
            }
        }
        return -1;
    }

    private static Result flagged(Result r, String flag) {
        List<String> flags = new ArrayList<>(r.flags());
        flags.add(flag);
        return new Result(
                r.crime(),
                r.zh(),
                r.en(),
                r.reached(),
                r.tier(),
                r.ratio(),
                r.attempt(),
                r.trigger(),
                r.version(),
                r.applied(),
                r.others(),
                r.penalty(),
                r.penaltyYears(),
                flags,
                r.missing(),
                r.uncertain(),
                r.sources(),
                r.valuation(),
                r.whyZh(),
                r.whyEn());
    }

    /** Whether another crime already takes it up. */
    static boolean absorbed(Result result) {
        return result.flags().contains("absorbed-by-213") || result.flags().contains("absorbed-by-217");
    }
}
