package org.hengjian.bench;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.github.houbb.sensitive.word.support.ignore.SensitiveWordCharIgnores;
import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.ahocorasick.trie.Trie;
import org.hengjian.screening.Listing;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.ShippedClaims;
import org.hengjian.screening.ShippedRights;
import org.hengjian.screening.Standing;

/**
 * One thread, the same titles, the same names: how many a second of processor time, and how many evasions are seen
 * (吞吐与召回并列评测). Processor time, so that neighbours on the machine do not count.
 */
final class Throughput {

    private static final int ROUNDS = 40; // the best counts: the compiler has done its work by then

    private Throughput() {}

    private record Engine(String name, Supplier<ToIntFunction<String>> build) {}

    static void report(List<String> titles, int patterns, PrintStream out) {
        Screening shipped = Screening.shipped();
        List<Right> rights = new ArrayList<>(ShippedRights.all());
        rights.addAll(Quality.unseen(Math.max(0, (patterns - 5000) / 2), 77));
        List<String> names = rights.stream()
                .flatMap(right -> {
                    var all = new ArrayList<String>();
                    all.add(right.name());
                    all.addAll(right.latin());
                    all.addAll(right.aliases());
                    return all.stream();
                })
                .filter(name -> name.length() >= 2)
                .distinct()
                .toList();
        List<Right> plain = ShippedRights.all().stream()
                .filter(r -> !r.generic() && !r.classes().isEmpty())
                .toList();
        List<Labelled> evasive = Labelled.evasive(plain, 60, 9);
        out.printf("%n%d names, %d titles%n%n", names.size(), titles.size());
        out.println("| engine | build, s | titles/s | MB/s | evasions seen |");
        out.println("|---|---|---|---|---|");
        for (Engine engine : engines(rights, names)) {
            try {
                measure(engine, titles, evasive, out);
            } catch (RuntimeException | LinkageError unavailable) {
                out.printf("| %s | did not run: %s | | | |%n", engine.name(), unavailable);
            }
        }
        out.printf(
                "%nThe peers look for the names as written and say where; screening reads every disguise, weighs cues and claims and"
                        + " gives reasons, and in %,d of these titles there is something to weigh. The build leaves out the"
                        + " character tables, which load once in about a second. \"Evasions seen\" counts review and suspect; the"
                        + " generator draws from the same character tables as the matcher, so recall on homophones, look-alikes and"
                        + " split characters is an upper bound. The goal of 0.7 of the double array is not reached: half of the"
                        + " time goes to the walk at places where sounds agree, a third to titles in which something stands.%n",
                titles.stream()
                        .filter(title -> {
                            var verdict = shipped.screen(Listing.of("1", title));
                            return !verdict.findings().isEmpty() || !verdict.clearings().isEmpty();
                        })
                        .count());
    }

    private static List<Engine> engines(List<Right> rights, List<String> names) {
        return List.of(
                new Engine("AhoCorasickDoubleArrayTrie 1.2.3, names as they are", () -> doubleArray(names)),
                new Engine("org.ahocorasick 0.6.3", () -> ahoCorasick(names)),
                new Engine("Hyperscan 5.4 for Java", () -> hyperscan(names)),
                new Engine("sensitive-word 0.25.0, all ignore options", () -> sensitiveWord(names)),
                new Engine("hengjian screening, all of it", () -> {
                    Screening screening = Screening.of(rights, ShippedClaims.all());
                    return title -> screening.screen(Listing.of("1", title)).standing() == Standing.CLEAR ? 0 : 1;
                }));
    }

    private static void measure(Engine engine, List<String> titles, List<Labelled> evasive, PrintStream out) {
        long before = cpu();
        ToIntFunction<String> run = engine.build().get();
        double build = (cpu() - before) / 1e9;
        long bytes = 0;
        for (String title : titles) {
            bytes += title.getBytes(StandardCharsets.UTF_8).length;
        }
        double best = 0;
        int sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            for (String title : titles) {
                sum += run.applyAsInt(title);
            }
            best = Math.max(best, titles.size() / ((cpu() - start) / 1e9));
        }
        int seen = 0;
        for (Labelled one : evasive) {
            seen += run.applyAsInt(one.title()) > 0 ? 1 : 0;
        }
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %,.0f | %.0f | %.0f %% |%n",
                engine.name(),
                build,
                best,
                best * bytes / titles.size() / 1e6,
                100.0 * seen / evasive.size());
        if (sum < 0) {
            throw new IllegalStateException("unreachable, keeps the loop");
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static ToIntFunction<String> doubleArray(List<String> names) {
        var map = new TreeMap<String, String>();
        names.forEach(name -> map.put(name, name));
        var trie = new AhoCorasickDoubleArrayTrie<String>();
        trie.build(map);
        return title -> {
            int[] hits = {0};
            trie.parseText(title, (int begin, int end, String value) -> {
                hits[0]++;
            });
            return hits[0];
        };
    }

    private static ToIntFunction<String> ahoCorasick(List<String> names) {
        Trie trie = Trie.builder().ignoreCase().addKeywords(names).build();
        return title -> trie.parseText(title).size();
    }

    private static ToIntFunction<String> hyperscan(List<String> names) {
        var expressions = new ArrayList<Expression>();
        for (String name : names) {
            var literal = new StringBuilder();
            name.codePoints().forEach(c -> literal.append(String.format("\\x{%x}", c)));
            expressions.add(new Expression(
                    literal.toString(), EnumSet.of(ExpressionFlag.CASELESS, ExpressionFlag.UTF8, ExpressionFlag.SINGLEMATCH)));
        }
        try {
            Database database = Database.compile(expressions);
            var scanner = new Scanner();
            scanner.allocScratch(database);
            return title -> scanner.scan(database, title).size();
        } catch (CompileErrorException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ToIntFunction<String> sensitiveWord(List<String> names) {
        SensitiveWordBs words = SensitiveWordBs.newInstance()
                .wordDeny(() -> names)
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
        return title -> words.contains(title) ? 1 : 0;
    }

    /** Titles of a JSON Lines file, for the field {@code title}. */
    static List<String> titles(java.nio.file.Path file) {
        var pattern = java.util.regex.Pattern.compile("\"title\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
        try {
            var titles = new ArrayList<String>();
            for (String line : java.nio.file.Files.readAllLines(file)) {
                var matcher = pattern.matcher(line);
                if (matcher.find()) {
                    titles.add(unescaped(matcher.group(1)));
                }
            }
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String json) {
        var text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            c = json.charAt(++i);
            switch (c) {
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                default -> text.append(c);
            }
        }
        return text.toString();
    }
}
