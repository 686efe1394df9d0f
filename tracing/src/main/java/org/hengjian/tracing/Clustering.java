package org.hengjian.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.hengjian.tracing.blocking.Candidates;
import org.hengjian.tracing.blocking.Keys;
import org.hengjian.tracing.clusters.Partition;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Curve;
import org.hengjian.tracing.judging.Rivals;
import org.hengjian.tracing.judging.Weights;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.ProfileStore;

/** From candidates to clusters: weigh all pairs, find the threshold, link, and part what the links connect. */
final class Clustering {

    /** Links lighter than this are below any threshold that could be chosen, and are not kept. */
    private static final double FLOOR = -4;

    /** 99 % and better joins by itself. */
    private static final double STRONG = 6.6;

    /** Links lighter than this tell nothing of rivals, and so many candidates at most are looked at for it. */
    private static final double FLOOR_OF_RIVALS = -30;

    private static final long RIVALS_MOST = 20_000_000;

    /** One list alone is asked only while it is small: what it gains there must not cost a large one its memory. */
    private static final long RIVALS_OF_ONE_MOST = 4_000_000;

    /** From here on the weights say that a source lists each subject once; a milder word is enough beside versions. */
    private static final double ONCE = -3;

    private static final double ONCE_BESIDE_VERSIONS = -2;

    /** Beyond these odds one more bit changes nothing. */
    private static final double MOST = 60;

    /** Linked pairs whose blocks are looked at again to estimate what blocking lost. */
    private static final int RECALL_SAMPLE = 20_000;

    /** In the place of what has been used: the heap holds the links of ten million records once, not twice. */
    private static final Links NONE = new Links(0);

    private final ProfileStore profiles;
    private final Comparer comparer;
    private final Weights weights;
    private final Keys keys;
    private final Answers answers;

    Clustering(ProfileStore profiles, Comparer comparer, Weights weights, Keys keys, Answers answers) {
        this.profiles = profiles;
        this.comparer = comparer;
        this.weights = weights;
        this.keys = keys;
        this.answers = answers;
    }

    /** With a threshold that was found before; nothing is learnt, and no source is taken to name a subject once. */
    Clusters cluster(Candidates candidates, double threshold) {
        var curve = new Curve();
        var pairs = new AtomicLong();
        Links[] parts = new Links[candidates.parts()];
        IntStream.range(0, parts.length).parallel().forEach(part -> {
            var own = new Curve();
            parts[part] = weigh(candidates.part(part), own, threshold);
            pairs.addAndGet(parts[part].weighed);
            curve.add(own);
        });
        Links links = answered(Links.atLeast(threshold, parts), threshold);
        Doubts doubts = doubts(threshold, parts);
        Arrays.fill(parts, NONE);
        int[] clusters = part(links, threshold, new int[0]);
        return result(candidates, links, clusters, curve.at(threshold), pairs.get(), weights, doubts);
    }

    Clusters cluster(Candidates candidates) {
        int[] sources = sources();
        boolean two = Arrays.stream(sources).distinct().count() == 2 && Arrays.stream(sources).noneMatch(s -> s < 0);
        boolean rivalled = candidates.report().pairs() <= (two ? RIVALS_MOST : RIVALS_OF_ONE_MOST)
                && (two || sources.length == 0);
        double floor = rivalled ? FLOOR_OF_RIVALS : FLOOR;
        var curve = new Curve();
        var pairs = new AtomicLong();
        Links[] parts = new Links[candidates.parts()];
        IntStream.range(0, parts.length).parallel().forEach(part -> {
            var own = new Curve();
            parts[part] = weigh(candidates.part(part), own, floor);
            pairs.addAndGet(parts[part].weighed);
            curve.add(own);
        });
        double ofSame = sources.length == 0 ? 0 : weightOfSameSource();
        boolean once = ofSame <= ONCE;
        if (rivalled) {
            Links seen = two ? Links.across(parts, sources) : Links.atLeast(floor, parts);
            var links = new Rivals.Links(seen.sources, seen.targets, seen.weights, seen.size);
            if (two) {
                var rivals = Rivals.among(profiles.size(), links);
                if (rivals.isPresent()) {
                    once = rivals.get().once() == Rivals.Once.YES
                            || rivals.get().once() == Rivals.Once.UNTOLD && ofSame <= ONCE_BESIDE_VERSIONS;
                    if (once) {
                        return evenFrom(rivals.get().threshold(), seen, sources, candidates, pairs.get());
                    }
                }
            } else {
                // Of the two thresholds the stricter: where nothing bounds how often a subject is named, a false link joins
                // two groups, and a missed one only leaves them apart.
                double promised = curve.best().weight();
                var rivals = Rivals.within(profiles.size(), links, promised);
                if (rivals.isPresent() && rivals.getAsDouble() > promised) {
                    return evenFrom(rivals.getAsDouble(), seen, sources, candidates, pairs.get());
                }
            }
        }
        Curve promise = once ? contend(parts) : curve;
        Curve.Point best = promise.best();
        double shift = answers.shift(profiles, comparer, weights, best.weight());
        if (shift != 0) {
            best = promise.at(best.weight() + shift);
        }
        Links links = answered(Links.atLeast(best.weight(), parts), best.weight());
        Doubts doubts = doubts(best.weight(), parts);
        Arrays.fill(parts, NONE);
        int[] clusters = part(links, best.weight(), once ? sources : new int[0]);
        return result(candidates, links, clusters, best, pairs.get(), weights, doubts);
    }

    /** The threshold is what rivals show, and counts as even odds from now on. */
    private Clusters evenFrom(double shown, Links seen, int[] sources, Candidates candidates, long pairs) {
        double threshold = shown + answers.shift(profiles, comparer, weights, shown);
        var curve = new Curve();
        for (int i = 0; i < seen.size; i++) {
            seen.weights[i] -= (float) threshold;
            curve.add(seen.weights[i]);
        }
        Links links = answered(Links.atLeast(0, seen), 0);
        int[] clusters = part(links, 0, sources);
        return result(candidates, links, clusters, curve.at(0), pairs, weights.lower(threshold), doubts(0, seen));
    }

    /** With what people said: no link between two that are not the same, and one between two that are, whatever it weighs. */
    private Links answered(Links links, double threshold) {
        if (answers.isEmpty()) {
            return links;
        }
        var all = new Links();
        for (int i = 0; i < links.size; i++) {
            if (!answers.has(links.sources[i], links.targets[i])) {
                all.add(links.sources[i], links.targets[i], links.weights[i]);
            }
        }
        for (Answer answer : answers.all()) {
            if (answer.same()) {
                all.add(answer.source(), answer.target(), (float) (Math.max(threshold, 0) + STRONG));
            }
        }
        return all;
    }

    /** The pairs nearest to the threshold that nobody has answered yet. */
    private Doubts doubts(double threshold, Links... parts) {
        var near = new Links();
        for (Links part : parts) {
            for (int i = 0; i < part.size; i++) {
                double over = part.weights[i] - threshold;
                if (Math.abs(over) <= Doubts.WIDTH && !answers.has(part.sources[i], part.targets[i])) {
                    near.add(part.sources[i], part.targets[i], (float) over);
                }
            }
        }
        long[] order = new long[near.size];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) Float.floatToIntBits(Math.abs(near.weights[i])) << 32 | i;
        }
        Arrays.parallelSort(order);
        int size = Math.min(Doubts.MOST, order.length);
        int[] sources = new int[size];
        int[] targets = new int[size];
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            int at = (int) order[i];
            sources[i] = near.sources[at];
            targets[i] = near.targets[at];
            weights[i] = near.weights[at];
        }
        return new Doubts(sources, targets, weights);
    }

    private Links weigh(long[] candidates, Curve curve, double floor) {
        var links = new Links();
        links.weighed = candidates.length;
        var subjects = new Subjects(profiles, comparer);
        for (long pair : candidates) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            double weight = weights.weight(comparer, subjects.get(a), subjects.get(b));
            curve.add(weight);
            if (weight >= floor) {
                links.add(a, b, (float) weight);
            }
        }
        links.trim();
        return links;
    }

    /**
     * Where each source lists a subject once, a record has at most one partner in the other: the odds of a pair fall by
     * those of the others that want the same record.
     */
    private Curve contend(Links[] parts) {
        double[] odds = new double[profiles.size()];
        for (Links part : parts) {
            for (int i = 0; i < part.size; i++) {
                double own = odds(part.weights[i]);
                odds[part.sources[i]] += own;
                odds[part.targets[i]] += own;
            }
        }
        var curve = new Curve();
        for (Links part : parts) {
            for (int i = 0; i < part.size; i++) {
                double own = odds(part.weights[i]);
                double others = Math.max(0, odds[part.sources[i]] + odds[part.targets[i]] - 2 * own);
                part.weights[i] -= (float) (Math.log1p(others) / Math.log(2));
                curve.add(part.weights[i]);
            }
        }
        return curve;
    }

    private static double odds(double weight) {
        return Math.pow(2, Math.min(MOST, weight));
    }

    private int[] part(Links links, double threshold, int[] sources) {
        int[] roots = components(links);
        long[] byComponent = new long[links.size];
        for (int i = 0; i < links.size; i++) {
            byComponent[i] = (long) roots[links.sources[i]] << 32 | i;
        }
        Arrays.parallelSort(byComponent);
        Map<Integer, List<Answer>> said = new HashMap<>();
        for (Answer answer : answers.all()) {
            if (roots[answer.source()] == roots[answer.target()]) {
                said.computeIfAbsent(roots[answer.source()], none -> new ArrayList<>()).add(answer);
            }
        }
        int[] clusters = IntStream.range(0, profiles.size()).toArray();
        // A component starts where another root follows; each writes only the clusters of its own records.
        int[] starts = IntStream.range(0, byComponent.length)
                .filter(i -> i == 0 || byComponent[i] >>> 32 != byComponent[i - 1] >>> 32)
                .toArray();
        IntStream.range(0, starts.length).parallel().forEach(component -> {
            int from = starts[component];
            int to = component + 1 < starts.length ? starts[component + 1] : byComponent.length;
            List<Answer> here = said.getOrDefault((int) (byComponent[from] >>> 32), List.of());
            component(links, byComponent, from, to, sources, Math.max(threshold, 0) + STRONG, here, clusters);
        });
        return clusters;
    }

    private void component(
            Links links,
            long[] byComponent,
            int from,
            int to,
            int[] sources,
            double strong,
            List<Answer> said,
            int[] clusters) {
        int[] members = IntStream.range(from, to)
                .flatMap(i -> IntStream.of(links.sources[(int) byComponent[i]], links.targets[(int) byComponent[i]]))
                .distinct()
                .sorted()
                .toArray();
        int[] order = members.length == 2 ? members : byId(members);
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < order.length; place++) {
            places.put(order[place], place);
        }
        var local = new ArrayList<Partition.Link>(to - from);
        for (int i = from; i < to; i++) {
            int link = (int) byComponent[i];
            int a = places.getOrDefault(links.sources[link], 0);
            int b = places.getOrDefault(links.targets[link], 0);
            local.add(new Partition.Link(Math.min(a, b), Math.max(a, b), links.weights[link]));
        }
        int[] sourceOf = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            sourceOf[place] = sources.length == 0 ? -1 : sources[order[place]];
        }
        var together = new ArrayList<int[]>();
        var apart = new ArrayList<int[]>();
        for (Answer answer : said) {
            (answer.same() ? together : apart)
                    .add(new int[] {places.getOrDefault(answer.source(), 0), places.getOrDefault(answer.target(), 0)});
        }
        var rules = new Partition.Rules(strong, together, apart, sourceOf);
        int[] lowest = new Partition(order.length, local, rules).clusters();
        int[] first = new int[order.length];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int place = 0; place < order.length; place++) {
            first[lowest[place]] = Math.min(first[lowest[place]], order[place]);
        }
        for (int place = 0; place < order.length; place++) {
            clusters[order[place]] = first[lowest[place]];
        }
    }

    /** By their ids, not by arrival: ties are then broken the same way whatever came first. */
    private int[] byId(int[] members) {
        Map<Integer, String> ids = new HashMap<>();
        for (int member : members) {
            ids.put(member, profiles.get(member).id());
        }
        return Arrays.stream(members)
                .boxed()
                .sorted(Comparator.<Integer, String>comparing(member -> ids.getOrDefault(member, "")))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] components(Links links) {
        int[] parent = IntStream.range(0, profiles.size()).toArray();
        for (int i = 0; i < links.size; i++) {
            int a = root(parent, links.sources[i]);
            int b = root(parent, links.targets[i]);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        for (int i = 0; i < parent.length; i++) {
            parent[i] = root(parent, i);
        }
        return parent;
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** By record its source, -1 where none is named; nothing where no column names sources. */
    private int[] sources() {
        int feature = sourceFeature();
        if (feature < 0) {
            return new int[0];
        }
        Map<String, Integer> numbers = new HashMap<>();
        int[] sources = new int[profiles.size()];
        for (int i = 0; i < sources.length; i++) {
            List<String> values = profiles.get(i).values().get(feature);
            sources[i] = values.isEmpty() ? -1 : numbers.computeIfAbsent(values.get(0), none -> numbers.size());
        }
        return sources;
    }

    private int sourceFeature() {
        int feature = -1;
        for (int f = 0; f < comparer.features().size(); f++) {
            feature = comparer.features().get(f).kind().isSource() ? f : feature;
        }
        return feature;
    }

    private double weightOfSameSource() {
        return weights.weight(sourceFeature(), new Comparer.Likeness(SAME_SOURCE, Double.NaN, 0, 0));
    }

    private static final int SAME_SOURCE = 1;

    private Clusters result(
            Candidates candidates,
            Links links,
            int[] clusters,
            Curve.Point best,
            long pairs,
            Weights learnt,
            Doubts doubts) {
        int[] starts = new int[clusters.length + 1];
        int kept = 0;
        for (int i = 0; i < links.size; i++) {
            if (clusters[links.sources[i]] == clusters[links.targets[i]]) {
                starts[links.sources[i] + 1]++;
                starts[links.targets[i] + 1]++;
                kept++;
            }
        }
        for (int i = 0; i < clusters.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] others = new int[kept * 2];
        float[] heavy = new float[kept * 2];
        int step = Math.max(1, kept / RECALL_SAMPLE);
        int[] sample = new int[candidates.report().all() ? 0 : (kept + step - 1) / step];
        for (int i = 0, seen = 0; i < links.size; i++) {
            int a = links.sources[i];
            int b = links.targets[i];
            if (clusters[a] != clusters[b]) {
                continue;
            }
            others[next[a]] = b;
            heavy[next[a]++] = links.weights[i];
            others[next[b]] = a;
            heavy[next[b]++] = links.weights[i];
            if (seen % step == 0 && sample.length > 0) {
                sample[seen / step] = i;
            }
            seen++;
        }
        int[] families = IntStream.of(sample)
                .parallel()
                .map(i -> keys.families(profiles.get(links.sources[i]), profiles.get(links.targets[i])))
                .toArray();
        double single = IntStream.of(families).filter(some -> some == 1).count();
        double pair = IntStream.of(families).filter(some -> some == 2).count();
        int looked = sample.length;
        double missed = single * Math.max(0, single - 1) / (2 * (pair + 1));
        int count = 0;
        for (int i = 0; i < clusters.length; i++) {
            count += clusters[i] == i ? 1 : 0;
        }
        double recall = looked == 0 ? 1 : looked / (looked + missed);
        var report = new Clusters.Report(
                clusters.length, count, pairs, kept, best.weight(), best, recall, candidates.report());
        return new Clusters(profiles, comparer, learnt, clusters, starts, others, heavy, report, doubts);
    }

    /** Linked pairs in three arrays. */
    private static final class Links {
        private int[] sources;
        private int[] targets;
        private float[] weights;
        private int size;
        private long weighed;

        Links() {
            this(64);
        }

        Links(int expected) {
            sources = new int[expected];
            targets = new int[expected];
            weights = new float[expected];
        }

        void add(int source, int target, float weight) {
            if (size == sources.length) {
                int more = Math.max(64, size + (size >> 1));
                sources = Arrays.copyOf(sources, more);
                targets = Arrays.copyOf(targets, more);
                weights = Arrays.copyOf(weights, more);
            }
            sources[size] = source;
            targets[size] = target;
            weights[size++] = weight;
        }

        void trim() {
            sources = Arrays.copyOf(sources, size);
            targets = Arrays.copyOf(targets, size);
            weights = Arrays.copyOf(weights, size);
        }

        static Links atLeast(double threshold, Links... parts) {
            int size = 0;
            for (Links part : parts) {
                for (int i = 0; i < part.size; i++) {
                    size += part.weights[i] >= threshold ? 1 : 0;
                }
            }
            var all = new Links(size);
            for (Links part : parts) {
                for (int i = 0; i < part.size; i++) {
                    if (part.weights[i] >= threshold) {
                        all.add(part.sources[i], part.targets[i], part.weights[i]);
                    }
                }
            }
            return all;
        }

        /** Those between two lists, the record of the first list always first. */
        static Links across(Links[] parts, int[] lists) {
            var all = new Links();
            for (Links part : parts) {
                for (int i = 0; i < part.size; i++) {
                    int a = part.sources[i];
                    int b = part.targets[i];
                    if (lists[a] != lists[b]) {
                        all.add(lists[a] < lists[b] ? a : b, lists[a] < lists[b] ? b : a, part.weights[i]);
                    }
                }
            }
            return all;
        }
    }
}
