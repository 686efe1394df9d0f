package org.hengjian.bench;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.github.houbb.sensitive.word.support.ignore.SensitiveWordCharIgnores;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ahocorasick.trie.Trie;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.screening.ShippedRights;
import org.hengjian.screening.Standing;

/**
 * How well matchers of words do beside screening, on the same titles (同题质量评测). A matcher has no verdict of its own, so
 * each is asked in two ways, whether a claim stands there and whether a claim or a name does, and the one of the better F1
 * is shown.
 */
final class Peers {

    private Peers() {}

    /** @param right id of the right named first, empty where none is or the matcher does not tell */
    private record Said(boolean suspect, String right) {}

    private record Engine(String name, boolean tellsNames, Function<String, Said> asked) {}

    private static final class Tally {
        int hits;
        int suspects;
        int alarms;
        int clean;
        int named;
        int rightlyNamed;
        final Map<String, int[]> techniques = new TreeMap<>();

        double f1() {
            double precision = hits + alarms == 0 ? 0 : hits / (double) (hits + alarms);
            double recall = hits / (double) suspects;
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    static void report(PrintStream out) {
        List<Right> seen = ShippedRights.all().stream()
                .filter(right -> !right.generic() && !right.classes().isEmpty())
                .toList();
        List<Right> unseen = Quality.unseen(200, 11);
        var rights = new ArrayList<>(ShippedRights.all());
        rights.addAll(unseen);
        var split = new LinkedHashMap<String, List<Labelled>>();
        split.put("generator, shipped brands", generated(seen, 21));
        split.put("generator, unseen brands", generated(unseen, 22));
        split.put("by hand, worked with", byHand(WrittenTitles.suspects(), WrittenTitles.honest()));
        split.put(
                "by hand, of 27 November",
                byHand(WrittenTitles.unseenSuspects(), WrittenTitles.unseenHonest()));
        for (String set : List.of("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                "eleventh", "twelfth", "thirteenth", "fourteenth",
                "fifteenth", "sixteenth")) {
            split.put("by hand, " + set + " set", byHand(WrittenTitles.suspects(set), WrittenTitles.honest(set)));
        }

        List<List<Engine>> engines = engines(rights);
        out.println(
                "| titles | engine | F1 | recall | false alarms per 1,000 clean | right named |\n|---|---|---|---|---|---|");
        var techniques = new TreeMap<String, String>();
        split.forEach((name, titles) -> {
            for (List<Engine> ways : engines) {
                Tally best = null;
                Engine shown = ways.getFirst();
                for (Engine engine : ways) {
                    Tally tally = tally(engine, titles);
                    if (best == null || tally.f1() > best.f1()) {
                        best = tally;
                        shown = engine;
                    }
                }
                row(out, name, shown, Objects.requireNonNull(best));
                if (name.equals("generator, unseen brands")) {
                    best.techniques.forEach((technique, counts) -> techniques.merge(
                            technique, " %.0f %% |".formatted(100.0 * counts[0] / counts[1]), String::concat));
                }
            }
        });
        out.printf("%nRecall by technique, unseen brands:%n%n| technique |");
        engines.forEach(ways -> out.printf(" %s |", ways.getFirst().name()));
        out.printf("%n|---|%s%n", "---|".repeat(engines.size()));
        techniques.forEach((technique, cells) ->
                out.printf("| %s |%s%n", technique.toLowerCase(Locale.ROOT).replace('_', ' '), cells));
    }

    /** Titles by hand give the name of the right; those whose name we do not ship ask for none. */
    private static List<Labelled> byHand(List<Labelled> suspects, List<Labelled> honest) {
        Map<String, String> ids = new TreeMap<>();
        ShippedRights.all().forEach(right -> ids.put(right.name(), right.id()));
        var titles = new ArrayList<Labelled>();
        suspects.forEach(one -> titles.add(
                new Labelled(one.title(), true, ids.getOrDefault(one.rightId(), ""), one.technique())));
        titles.addAll(honest);
        return titles;
    }

    private static List<Labelled> generated(List<Right> rights, long seed) {
        var titles = new ArrayList<>(Labelled.evasive(rights, 40, seed));
        titles.addAll(Labelled.claiming(rights, 200, seed + 1));
        titles.addAll(Labelled.honest(rights, 1500, seed + 2));
        return titles;
    }

    private static Tally tally(Engine engine, List<Labelled> titles) {
        var tally = new Tally();
        for (Labelled one : titles) {
            Said said = engine.asked().apply(one.title());
            if (!one.suspect()) {
                tally.clean++;
                tally.alarms += said.suspect() ? 1 : 0;
                continue;
            }
            tally.suspects++;
            tally.hits += said.suspect() ? 1 : 0;
            int[] counts = tally.techniques.computeIfAbsent(one.technique(), technique -> new int[2]);
            counts[0] += said.suspect() ? 1 : 0;
            counts[1]++;
            if (said.suspect() && !one.rightId().isEmpty()) {
                tally.named++;
                tally.rightlyNamed += said.right().equals(one.rightId()) ? 1 : 0;
            }
        }
        return tally;
    }

    private static void row(PrintStream out, String titles, Engine engine, Tally tally) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.0f %% | %.0f | %s |%n",
                titles,
                engine.name(),
                tally.f1(),
                100.0 * tally.hits / tally.suspects,
                1000.0 * tally.alarms / tally.clean,
                engine.tellsNames()
                        ? String.format(Locale.ROOT, "%.0f %%", 100.0 * tally.rightlyNamed / Math.max(1, tally.named))
                        : "not told");
    }

    private static List<List<Engine>> engines(List<Right> rights) {
        var names = new TreeMap<String, Right>();
        for (Right right : rights) {
            var all = new ArrayList<>(right.aliases());
            all.addAll(right.latin());
            all.add(right.name());
            all.stream().filter(name -> name.length() >= 2).forEach(name -> names.put(lower(name), right));
        }
        var claims = new TreeSet<String>();
        ShippedClaims.all().forEach(claim -> claim.wordings().forEach(words -> claims.add(lower(words))));
        Screening screening = Screening.of(rights, ShippedClaims.all());
        return List.of(
                List.of(new Engine("hengjian screening", true, title -> {
                    var verdict = screening.screen(Listing.of("1", title));
                    return new Said(
                            verdict.standing() != Standing.CLEAR,
                            verdict.right().map(Right::id).orElse(""));
                })),
                ways("AhoCorasickDoubleArrayTrie 1.2.3", true, names, claims, Peers::doubleArray),
                ways("org.ahocorasick 0.6.3", true, names, claims, Peers::ahoCorasick),
                ways("sensitive-word 0.25.0", false, names, claims, Peers::sensitiveWord));
    }

    private static List<Engine> ways(
            String name,
            boolean tellsNames,
            TreeMap<String, Right> names,
            TreeSet<String> claims,
            Function<List<String>, Function<String, List<String>>> built) {
        var ofNames = built.apply(List.copyOf(names.keySet()));
        var ofClaims = built.apply(List.copyOf(claims));
        Function<String, String> right = title -> ofNames.apply(title).stream()
                .filter(names::containsKey)
                .map(word -> Objects.requireNonNull(names.get(word)).id())
                .findFirst()
                .orElse("");
        return List.of(
                new Engine(name, tellsNames, title -> new Said(
                        !ofClaims.apply(title).isEmpty(), right.apply(title))),
                new Engine(name, tellsNames, title -> new Said(
                        !ofClaims.apply(title).isEmpty() || !ofNames.apply(title).isEmpty(), right.apply(title))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Function<String, List<String>> doubleArray(List<String> words) {
        var map = new TreeMap<String, String>();
        words.forEach(word -> map.put(word, word));
        var trie = new AhoCorasickDoubleArrayTrie<String>();
        trie.build(map);
        return title -> trie.parseText(lower(title)).stream().map(hit -> hit.value).toList();
    }

    private static Function<String, List<String>> ahoCorasick(List<String> words) {
        Trie trie = Trie.builder().ignoreCase().ignoreOverlaps().addKeywords(words).build();
        return title -> trie.parseText(title).stream()
                .map(hit -> lower(hit.getKeyword()))
                .toList();
    }

    /** It tells the text as it stands, not the word that it was taken for: whose name it is cannot be asked. */
    private static Function<String, List<String>> sensitiveWord(List<String> words) {
        SensitiveWordBs matcher = SensitiveWordBs.newInstance()
                .wordDeny(() -> words)
                .wordAllow(List::of)
                .ignoreCase(true)
                .ignoreWidth(true)
                .ignoreNumStyle(true)
                .ignoreChineseStyle(true)
                .ignoreEnglishStyle(true)
                .ignoreRepeat(true)
                .charIgnore(SensitiveWordCharIgnores.specialChars())
                .enableNumCheck(false)
                .init();
        return title -> matcher.contains(title) ? List.of(title) : List.of();
    }
}
