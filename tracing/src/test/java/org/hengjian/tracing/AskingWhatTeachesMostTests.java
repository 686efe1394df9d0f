package org.hengjian.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hengjian.tracing.bench.AnswerBenchmark;
import org.hengjian.tracing.bench.Learnt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingWhatTeachesMostTests {

    @TempDir
    private Path folder;

    private Tracer tracer;

    @BeforeEach
    void read() throws IOException {
        Learnt some = Learnt.from(250, 11, folder);
        tracer = new Tracer(some.model().schema(), folder);
        tracer.add(some.sellers());
    }

    @AfterEach
    void close() {
        tracer.close();
    }

    @Test
    void without_answers_nothing_is_different() {
        Clusters before = tracer.trace();
        Clusters after = tracer.trace(List.of());

        assertThat(clusters(after)).isEqualTo(clusters(before));
        assertThat(after.report()).isEqualTo(before.report());
        assertThat(after.weights().same()).isDeepEqualTo(before.weights().same());
    }

    @Test
    void questions_are_doubtful_each_of_another_pattern_first_and_none_twice() {
        List<Question> questions = tracer.trace().questions(40);

        assertThat(questions).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.probability()).isBetween(0.01, 0.99);
            assertThat(question.source()).isNotEqualTo(question.target());
            assertThat(question.alike()).isPositive();
        });
        assertThat(tracer.trace().questions(5)).isEqualTo(questions.subList(0, 5));
        assertThat(tracer.trace().questions(0)).isEmpty();
    }

    @Test
    void what_was_answered_is_not_asked_again() {
        Question first = tracer.trace().questions(1).get(0);

        List<Question> then = tracer.trace(List.of(new Answer(first.target(), first.source(), true))).questions(1_000);

        assertThat(then).noneMatch(q -> q.source() == first.source() && q.target() == first.target());
    }

    @Test
    void two_that_are_the_same_share_a_cluster_and_two_that_are_not_do_not() {
        Clusters before = tracer.trace();
        int apart = IntStream.range(1, before.size())
                .filter(record -> before.clusterOf(record) != before.clusterOf(0))
                .findFirst()
                .orElseThrow();
        int joined = IntStream.range(0, before.size())
                .filter(record -> !before.linksOf(record).isEmpty())
                .findFirst()
                .orElseThrow();
        int other = before.linksOf(joined).get(0).other();

        Clusters after = tracer.trace(List.of(new Answer(0, apart, true), new Answer(joined, other, false)));

        assertThat(after.clusterOf(0)).isEqualTo(after.clusterOf(apart));
        assertThat(after.clusterOf(joined)).isNotEqualTo(after.clusterOf(other));
    }

    @Test
    void the_order_of_the_answers_does_not_matter() {
        List<Question> questions = tracer.trace().questions(20);
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < questions.size(); i++) {
            answers.add(new Answer(questions.get(i).source(), questions.get(i).target(), i % 3 > 0));
        }
        Clusters before = tracer.trace(answers);
        Collections.shuffle(answers, new Random(1));

        assertThat(tracer.trace(answers).report().threshold()).isEqualTo(before.report().threshold());
    }

    @Test
    void answers_move_the_threshold_the_way_they_say() {
        double before = tracer.trace().report().threshold();
        List<Question> questions = tracer.trace().questions(30);

        double allSame = tracer.trace(said(questions, true)).report().threshold();
        double noneSame = tracer.trace(said(questions, false)).report().threshold();

        assertThat(allSame).isLessThan(noneSame);
        assertThat(allSame).isLessThan(before + 0.5);
    }

    @Test
    void a_pair_answered_both_ways_is_refused_and_so_is_a_record_that_does_not_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracer.trace(List.of(new Answer(1, 2, true), new Answer(2, 1, false))))
                .withMessage("records 1 and 2 are answered both ways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracer.trace(List.of(new Answer(1, 250, true))))
                .withMessage("there is no record 250");
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer(3, 3, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Answer(-1, 3, true));
    }

    @Test
    void right_answers_make_the_clusters_better() throws IOException {
        List<AnswerBenchmark.Step> steps = AnswerBenchmark.run(1_200, 2, 1, 40, 5);

        assertThat(steps.get(1).answers()).isBetween(10, 40);
        assertThat(steps.get(1).f1()).isGreaterThan(steps.get(0).f1());
    }

    private static List<Answer> said(List<Question> questions, boolean same) {
        return questions.stream()
                .map(question -> new Answer(question.source(), question.target(), same))
                .toList();
    }

    private static List<Integer> clusters(Clusters clusters) {
        return IntStream.range(0, clusters.size()).mapToObj(clusters::clusterOf).toList();
    }
}
