package org.hengjian.tracing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hengjian.tracing.Answer;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Question;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Proposal;

/**
 * What answers are worth, on invented sellers whose operators are known: {@code COUNT MOST ROUNDS EACH [SEED]}. Of each
 * operator the first MOST records count; in each round EACH questions are answered rightly.
 */
public final class AnswerBenchmark {

    private AnswerBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[2]);
        long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 5;
        run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), rounds, Integer.parseInt(arguments[3]), seed)
                .forEach(System.out::println);
    }

    /** Precision and recall of pairs after so many answers, those answered among them. */
    public record Step(int answers, double precision, double recall, double threshold) {
        public double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    public static List<Step> run(int count, int most, int rounds, int each, long seed) throws IOException {
        var rows = new ArrayList<List<String>>();
        var gold = new ArrayList<Integer>();
        Map<Integer, Integer> seen = new HashMap<>();
        new Sellers(seed).write(count, seller -> {
            if (seen.merge(seller.operator(), 1, Integer::sum) <= most) {
                rows.add(seller.cells());
                gold.add(seller.operator());
            }
        });
        var steps = new ArrayList<Step>();
        try (var tracer = new Tracer(Proposal.of(Sellers.HEADINGS, rows), Files.createTempDirectory("bench"))) {
            tracer.add(rows.stream().map(row -> new Entry(row.get(0), row)).toList());
            var answers = new ArrayList<Answer>();
            for (int round = 0; round <= rounds; round++) {
                Clusters clusters = tracer.trace(answers);
                steps.add(step(clusters, gold, answers.size()));
                for (Question question : clusters.questions(each)) {
                    boolean same = gold.get(question.source()).equals(gold.get(question.target()));
                    answers.add(new Answer(question.source(), question.target(), same));
                }
            }
        }
        return steps;
    }

    private static Step step(Clusters clusters, List<Integer> gold, int answers) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> found = new HashMap<>();
        Map<Integer, Integer> real = new HashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            both.merge((long) gold.get(i) << 32 | clusters.clusterOf(i), 1, Integer::sum);
            found.merge(clusters.clusterOf(i), 1, Integer::sum);
            real.merge(gold.get(i), 1, Integer::sum);
        }
        double right = pairs(both.values());
        return new Step(answers, right / pairs(found.values()), right / pairs(real.values()), clusters.report().threshold());
    }

    private static double pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
    }
}
