package org.hengjian.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hengjian.screening.Right;
import org.hengjian.screening.ShippedRights;
import org.hengjian.screening.domain.LookAlikeDomains;

/**
 * Recall on look-alike domains by the kinds of change that the literature on them names (近似域名评测), written here anew and
 * apart from the matcher's own list; false matches on domains of others; domains a second.
 */
final class Domains {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final Map<Character, String> KEYS = Map.ofEntries(
            Map.entry('q', "12wa"),
            Map.entry('w', "3esaq2"),
            Map.entry('e', "4rdsw3"),
            Map.entry('r', "5tfde4"),
            Map.entry('t', "6ygfr5"),
            Map.entry('y', "7uhgt6"),
            Map.entry('u', "8ijhy7"),
            Map.entry('i', "9okju8"),
            Map.entry('o', "0plki9"),
            Map.entry('p', "lo0"),
            Map.entry('a', "qwsz"),
            Map.entry('s', "edxzaw"),
            Map.entry('d', "rfcxse"),
            Map.entry('f', "tgvcdr"),
            Map.entry('g', "yhbvft"),
            Map.entry('h', "ujnbgy"),
            Map.entry('j', "ikmnhu"),
            Map.entry('k', "olmji"),
            Map.entry('l', "kop"),
            Map.entry('z', "asx"),
            Map.entry('x', "zsdc"),
            Map.entry('c', "xdfv"),
            Map.entry('v', "cfgb"),
            Map.entry('b', "vghn"),
            Map.entry('n', "bhjm"),
            Map.entry('m', "njk"));
    private static final Map<Character, List<String>> DRAWN = Map.of(
            'a',
            List.of("à", "á", "ä", "а"),
            'e',
            List.of("é", "ë", "е"),
            'o',
            List.of("0", "ö", "о"),
            'i',
            List.of("1", "l", "í"),
            'l',
            List.of("1", "i"),
            'm',
            List.of("rn", "nn"),
            'd',
            List.of("cl"),
            'c',
            List.of("ç", "с"),
            'u',
            List.of("ü", "ù"),
            'n',
            List.of("ñ"));
    private static final List<String> WORDS =
            List.of("shop", "store", "login", "secure", "support", "official", "outlet", "sale", "online", "guanwang");

    private Domains() {}

    /** @param others domains that belong to nobody's imitation, such as the most visited ones */
    static void report(List<String> others, PrintStream out) {
        List<String> names = ShippedRights.all().stream()
                .filter(right -> !right.generic())
                .map(Right::latin)
                .flatMap(List::stream)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("[a-z]{5,14}"))
                .distinct()
                .toList();
        var domains = new LookAlikeDomains(names, List.of());
        var random = new Random(7);
        var rows = new TreeMap<String, int[]>();
        var feed = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            String name = names.get(random.nextInt(names.size()));
            changes(name)
                    .forEach((way, labels) -> labels.forEach(label -> {
                        String domain = label.contains(".") ? label : label + ".com";
                        feed.add(domain);
                        int[] row = rows.computeIfAbsent(way, w -> new int[2]);
                        row[0]++;
                        row[1] += domains.match(domain).isPresent() ? 1 : 0;
                    }));
        }
        out.printf("%n## Domains%n%n| change | domains | seen |%n|---|---|---|%n");
        rows.forEach((way, row) ->
                out.printf(Locale.ROOT, "| %s | %,d | %.1f %% |%n", way, row[0], 100.0 * row[1] / row[0]));
        long start = System.nanoTime();
        feed.forEach(domains::match);
        out.printf(
                Locale.ROOT,
                "%n%,.0f domains a second, one thread, %,d names.%n",
                feed.size() / ((System.nanoTime() - start) / 1e9),
                names.size());
        long wrong = others.stream()
                .filter(domain -> !names.contains(domain.split("\\.")[0]))
                .filter(domain -> domains.match(domain).isPresent())
                .count();
        out.printf(
                Locale.ROOT,
                "%nOf %,d domains of others %,d are matched (%.1f in 1,000); some are indeed shops of the"
                        + " names.%n",
                others.size(),
                wrong,
                wrong * 1000.0 / Math.max(1, others.size()));
    }

    private static Map<String, Set<String>> changes(String name) {
        var all = new TreeMap<String, Set<String>>();
        for (int i = 0; i < name.length(); i++) {
            String before = name.substring(0, i);
            String after = name.substring(i + 1);
            char c = name.charAt(i);
            add(all, "omission", before + after);
            add(all, "repetition", before + c + c + after);
            add(all, "hyphenation", i == 0 ? name + "-" : before + "-" + c + after);
            if (i > 0) {
                add(all, "transposition", before.substring(0, i - 1) + c + before.charAt(i - 1) + after);
            }
            for (char key : KEYS.getOrDefault(c, "").toCharArray()) {
                add(all, "keyboard", before + key + after);
                add(all, "insertion", before + key + c + after);
            }
            for (int bit = 1; bit < 256; bit <<= 1) {
                char flipped = (char) (c ^ bit);
                if (LETTERS.indexOf(flipped) >= 0 || flipped >= '0' && flipped <= '9') {
                    add(all, "bit flipped", before + flipped + after);
                }
            }
            DRAWN.getOrDefault(c, List.of()).forEach(drawn -> add(all, "drawn alike", before + drawn + after));
            if ("aeiou".indexOf(c) >= 0) {
                "aeiou".chars().forEach(vowel -> add(all, "other vowel", before + (char) vowel + after));
            }
        }
        LETTERS.chars().forEach(letter -> add(all, "letter at the end", name + (char) letter));
        WORDS.forEach(word -> {
            add(all, "word added", name + word);
            add(all, "word added", word + "-" + name);
        });
        List.of("cn", "net", "top", "xyz", "com.cn", "vip").forEach(end -> add(all, "other ending", name + "." + end));
        all.values().forEach(labels -> labels.removeIf(label -> label.equals(name) || label.startsWith("-")));
        return all;
    }

    private static void add(Map<String, Set<String>> all, String way, String label) {
        all.computeIfAbsent(way, w -> new LinkedHashSet<>()).add(label);
    }
}
