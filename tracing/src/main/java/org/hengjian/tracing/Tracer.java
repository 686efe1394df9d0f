package org.hengjian.tracing;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.hengjian.tracing.blocking.Blocking;
import org.hengjian.tracing.blocking.Candidates;
import org.hengjian.tracing.blocking.Keys;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Estimation;
import org.hengjian.tracing.judging.Sample;
import org.hengjian.tracing.judging.Subject;
import org.hengjian.tracing.judging.TermCounts;
import org.hengjian.tracing.judging.Weights;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.ProfileStore;
import org.hengjian.tracing.schema.Reader;
import org.hengjian.tracing.schema.Schema;
import org.hengjian.tracing.schema.Spill;
import org.jspecify.annotations.Nullable;

/**
 * Traces a whole file at once: records in, clusters with reasons out, no labels needed. Records are kept outside the heap:
 * half a million were traced in one of 300 MB, ten million in one of 3 GB.
 * {@snippet :
 * try (var tracer = new Tracer(schema, folder)) {
 *     entries.forEach(tracer::add);
 *     Clusters clusters = tracer.trace();
 *     clusters.clusterOf(0);
 *     clusters.explain(0, 1).say(Locale.CHINESE);
 * }
 * }
 */
public final class Tracer implements AutoCloseable {

    private static final int TERM_PARTS = 256;

    /** Pairs compared for estimation; more move the weights by less than a tenth of a bit. */
    private static final int SAMPLE = 400_000;

    /** Records of which the random pairs are made. */
    private static final int DRAWN = 4_000;

    private final Schema schema;
    private final Path folder;
    private final Reader reader;
    private final Comparer blank;
    private final @Nullable Model frozen;
    private final ProfileStore profiles;
    private final Spill terms;
    private @Nullable ForkJoinTask<byte[][]> reading;

    /** @param folder for what does not fit into memory, removed on closing */
    public Tracer(Schema schema, Path folder) {
        this(schema, folder, null);
    }

    /**
     * Learns nothing, and judges by what was learnt before: a register is filled at once with what would have come of its
     * records one by one, as long as no key is too common for blocking.
     *
     * @param folder for what does not fit into memory, removed on closing
     */
    public Tracer(Model model, Path folder) {
        this(model.schema(), folder, model);
    }

    private Tracer(Schema schema, Path folder, @Nullable Model frozen) {
        this.schema = schema;
        this.frozen = frozen;
        this.folder = folder;
        reader = new Reader(schema);
        blank = new Comparer(schema, new TermCounts(), 1);
        profiles = new ProfileStore(folder, schema.features().size());
        terms = new Spill(folder, TERM_PARTS);
    }

    public void add(Entry entry) {
        add(List.of(entry));
    }

    /**
     * Many at once are read in parallel; they keep their order. Returns while they are still being read, so that the caller may
     * fetch the next from its file meanwhile; what goes wrong with them is thrown by whatever is asked next.
     */
    public void add(List<Entry> entries) {
        List<Entry> batch = List.copyOf(entries);
        settle();
        reading = ForkJoinPool.commonPool().submit(() -> IntStream.range(0, batch.size())
                .parallel()
                .mapToObj(i -> read(batch.get(i)))
                .toArray(byte[][]::new));
    }

    private byte[] read(Entry entry) {
        Profile profile = reader.read(entry);
        for (long term : blank.terms(profile)) {
            terms.add((int) (term >>> 56), term);
        }
        return profile.encode();
    }

    /** Puts away what is being read. */
    private void settle() {
        ForkJoinTask<byte[][]> batch = reading;
        reading = null;
        if (batch != null) {
            for (byte[] bytes : batch.join()) {
                profiles.add(bytes);
            }
        }
    }

    public int size() {
        settle();
        return profiles.size();
    }

    public Clusters trace() {
        return trace(List.of());
    }

    /**
     * The same with what people said of some pairs, {@link Clusters#questions} for one: weights and threshold are estimated
     * anew with the answers held fast, two that are the same share a cluster, and two that are not do not. Without answers
     * nothing is different.
     *
     * @throws IllegalArgumentException if an answer names no record, or a pair is answered both ways
     */
    public Clusters trace(Collection<Answer> said) {
        settle();
        var answers = new Answers(said, profiles.size());
        if (frozen != null) {
            return judged(frozen, answers);
        }
        var comparer = new Comparer(schema, count(), Math.max(2, profiles.size()));
        var keys = new Keys(comparer);
        try (Candidates candidates = new Blocking(keys, folder).candidates(profiles)) {
            Weights weights = estimate(comparer, candidates, answers);
            return new Clustering(profiles, comparer, weights, keys, answers).cluster(candidates);
        }
    }

    private Clusters judged(Model model, Answers answers) {
        Keys keys = model.keys();
        try (Candidates candidates = new Blocking(keys, folder).candidates(profiles)) {
            return new Clustering(profiles, model.comparer(), model.weights(), keys, answers)
                    .cluster(candidates, model.threshold());
        }
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.quietlyJoin();
        }
        profiles.close();
        terms.close();
    }

    private TermCounts count() {
        var counts = new TermCounts();
        IntStream.range(0, terms.parts()).parallel().forEach(part -> {
            long[] sorted = terms.sorted(part);
            int size = 0;
            int[] times = new int[sorted.length / (TermCounts.FEW + 1)];
            for (int from = 0; from < sorted.length; ) {
                int to = from + 1;
                while (to < sorted.length && sorted[to] == sorted[from]) {
                    to++;
                }
                if (to - from > TermCounts.FEW) {
                    sorted[size] = sorted[from];
                    times[size++] = to - from;
                }
                from = to;
            }
            synchronized (counts) {
                for (int i = 0; i < size; i++) {
                    counts.put(sorted[i], times[i]);
                }
            }
        });
        return counts;
    }

    private Weights estimate(Comparer comparer, Candidates candidates, Answers answers) {
        var random = CompletableFuture.supplyAsync(() -> random(comparer));
        var likely = new Sample(comparer.features().size());
        var read = new Subjects(profiles, comparer);
        long seen = 0;
        for (int part = 0; part < candidates.parts(); part++) {
            if (likely.size() >= SAMPLE) {
                break;
            }
            for (long pair : candidates.part(part)) {
                int a = (int) (pair >>> 32);
                int b = (int) pair;
                Subject source = read.get(a);
                Subject target = read.get(b);
                if (!answers.has(a, b) && !comparer.isCopy(source, target)) {
                    likely.add(comparer, a, source, b, target);
                }
            }
            seen++;
        }
        for (Answer answer : answers.all()) {
            likely.add(
                    comparer,
                    answer.source(),
                    read.get(answer.source()),
                    answer.target(),
                    read.get(answer.target()),
                    answer.same());
        }
        double fraction = candidates.parts() == 0 ? 1 : Math.max(1, seen) / (double) candidates.parts();
        return new Estimation(comparer, random.join(), likely, fraction).weights();
    }

    /** Pairs of any two records: how strangers look. */
    private Sample random(Comparer comparer) {
        var random = new Sample(comparer.features().size());
        var chance = new Random(7);
        int[] drawn = chance.ints(0, profiles.size()).distinct().limit(Math.min(DRAWN, profiles.size())).toArray();
        Subject[] subjects = IntStream.of(drawn)
                .mapToObj(number -> comparer.read(profiles.get(number)))
                .toArray(Subject[]::new);
        for (int i = 0; i < SAMPLE && subjects.length > 1; i++) {
            int a = chance.nextInt(subjects.length);
            int b = chance.nextInt(subjects.length);
            if (a != b) {
                random.add(comparer, a, subjects[a], b, subjects[b]);
            }
        }
        return random;
    }
}
