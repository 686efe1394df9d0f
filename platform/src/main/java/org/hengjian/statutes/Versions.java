package org.hengjian.statutes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.law.Instruments;
import org.jspecify.annotations.Nullable;

/** Two versions of one instrument side by side: articles are paired by their words, since their numbers move. */
final class Versions {

    /** @param state {@code same}, {@code changed}, {@code out} or {@code in} */
    record Pair(
            String state, @Nullable String before, @Nullable String after, List<TextDiff.Piece> pieces) {}

    private static final double LIKE = 0.5; // share of pairs of characters in common from which two articles are one

    private Versions() {}

    static List<Pair> compare(Map<String, Instruments.Article> before, Map<String, Instruments.Article> after) {
        Map<String, String> partner = partners(before, after);
        var pairs = new ArrayList<Pair>();
        Set<String> open = new LinkedHashSet<>(before.keySet());
        open.removeAll(partner.values());
        for (var article : after.values()) {
            String old = partner.get(article.heading());
            if (old == null) {
                pairs.add(new Pair("in", null, article.heading(), List.of(new TextDiff.Piece("in", words(article)))));
                continue;
            }
            for (String gone : before.keySet()) { // what fell stands where it stood
                if (gone.equals(old)) {
                    break;
                }
                if (open.remove(gone)) {
                    pairs.add(out(before.get(gone)));
                }
            }
            var earlier = before.get(old);
            String from = earlier == null ? "" : words(earlier);
            String to = words(article);
            pairs.add(new Pair(from.equals(to) ? "same" : "changed", old, article.heading(), TextDiff.of(from, to)));
        }
        open.forEach(gone -> pairs.add(out(before.get(gone))));
        return pairs;
    }

    private static Pair out(Instruments.@Nullable Article article) {
        return article == null
                ? new Pair("out", null, null, List.of())
                : new Pair("out", article.heading(), null, List.of(new TextDiff.Piece("out", words(article))));
    }

    /** The article without its number. */
    private static String words(Instruments.Article article) {
        return article.text().substring(article.heading().length()).strip();
    }

    private static Map<String, String> partners(
            Map<String, Instruments.Article> before, Map<String, Instruments.Article> after) {
        Map<String, Set<Integer>> old = new LinkedHashMap<>();
        before.values().forEach(article -> old.put(article.heading(), pairs(words(article))));
        var candidates = new ArrayList<Candidate>();
        for (var article : after.values()) {
            Set<Integer> now = pairs(words(article));
            old.forEach((heading, then) -> {
                double like = like(then, now);
                if (like >= LIKE) {
                    candidates.add(new Candidate(heading, article.heading(), like));
                }
            });
        }
        candidates.sort((a, b) -> Double.compare(b.like, a.like));
        Map<String, String> partner = new HashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (var candidate : candidates) {
            if (!partner.containsKey(candidate.after) && taken.add(candidate.before)) {
                partner.put(candidate.after, candidate.before);
            }
        }
        return partner;
    }

    private record Candidate(String before, String after, double like) {}

    private static Set<Integer> pairs(String text) {
        Set<Integer> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.charAt(i) << 16 | text.charAt(i + 1));
        }
        return pairs;
    }

    private static double like(Set<Integer> a, Set<Integer> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / (a.size() + b.size());
    }
}
