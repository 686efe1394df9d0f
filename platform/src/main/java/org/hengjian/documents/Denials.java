package org.hengjian.documents;

import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hengjian.tables.RuleTable;

/**
 * The words with or without which a sentence says the contrary (不、未、无、免…), wherever they deny something: in the name of a
 * place or of goods (无锡市、不锈钢) they deny nothing.
 */
final class Denials {

    private static final Pattern DENIAL = Pattern.compile("没有|并非|不|未|无|免|非|否|没(?!收)");

    /** Words in which they deny nothing, from {@code documents/names.csv}. */
    private static final Pattern NAMES = Pattern.compile(RuleTable.of("documents/names.csv").stream()
            .map(row -> row.get("words"))
            .collect(Collectors.joining("|")));

    private Denials() {}

    /** Whether a word that denies is taken away, put in or moved by the change. */
    static boolean areTouched(Change change, String passage) {
        String after = passage.replace(change.wrong(), change.right());
        int at = passage.indexOf(change.wrong());
        var kept = kept(change.wrong(), change.right());
        return isTouched(passage, at, change.wrong().length(), kept.wrong())
                || isTouched(after, at, change.right().length(), kept.right());
    }

    private static boolean isTouched(String text, int from, int length, BitSet kept) {
        var named = new BitSet();
        NAMES.matcher(text).results().forEach(name -> named.set(name.start(), name.end()));
        return DENIAL.matcher(text)
                .results()
                .filter(denial -> !named.get(denial.start()))
                .flatMapToInt(denial -> java.util.stream.IntStream.range(denial.start(), denial.end()))
                .anyMatch(at -> at >= from && at < from + length && !kept.get(at - from));
    }

    /** The characters of each that the other one has too, in the same order. */
    private record Kept(BitSet wrong, BitSet right) {}

    /** The longest common subsequence: what a person who corrects leaves standing. */
    private static Kept kept(String wrong, String right) {
        var longest = new int[wrong.length() + 1][right.length() + 1];
        for (int i = wrong.length() - 1; i >= 0; i--) {
            for (int j = right.length() - 1; j >= 0; j--) {
                longest[i][j] = wrong.charAt(i) == right.charAt(j)
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var kept = new Kept(new BitSet(), new BitSet());
        for (int i = 0, j = 0; i < wrong.length() && j < right.length(); ) {
            if (wrong.charAt(i) == right.charAt(j)) {
                kept.wrong().set(i++);
                kept.right().set(j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
