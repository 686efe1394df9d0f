package org.hengjian.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Words that say something about the goods (声称用语): 高仿, 懂的来, "mirror quality".
 *
 * @param text as it is usually written; evasive spellings are derived. Two parts with {@code …} between them (拆机…电芯) need
 *     not touch: the second stands near the first, before it or after. Words between {@code |} are a family (柜姐|柜员…认不出|看不出):
 *     one of each part is enough
 * @param kind what the words speak for
 * @param weight log-odds from 0.0 to 6.0: how strongly they speak when standing alone
 * @param language {@code zh} or {@code en}
 * @param group topic, such as {@code fakery}, {@code mask}, {@code drug}; rules for honest use hang on it
 * @param unless words that give the claim an honest sense when they stand in the same text (翡翠 for A货); one that ends
 *     in {@code ?} (手镯?) gives way where a protected name stands openly on its own goods
 * @param from first day on which it counts
 * @param source where it was seen
 */
public record Claim(
        String text,
        Kind kind,
        double weight,
        String language,
        String group,
        List<String> unless,
        LocalDate from,
        String source) {

    /** Between two parts of a claim that need not touch. */
    static final char GAP = '…';

    /** Between the words of a family. */
    static final char OR = '|';

    private static final char WEAKER = '?';

    /**
     * Whether a claim in two parts has them both, each word of the first of two characters at least, the second of letters
     * or digits, and no word of a family is empty; true of one without a gap and a family.
     */
    public static boolean bothPartsSaid(String text) {
        int gap = text.indexOf(GAP);
        if (gap < 0) {
            return text.indexOf(OR) < 0 || Stream.of(words(text)).noneMatch(String::isEmpty);
        }
        return Stream.of(words(text.substring(0, gap))).allMatch(word -> word.length() >= 2)
                && Stream.of(words(text.substring(gap + 1))).allMatch(Claim::hasLetters);
    }

    /** Whether something of the word is looked for: of signs alone nothing is. */
    private static boolean hasLetters(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The words of the first part, or of all of it; one where it is no family. */
    List<String> first() {
        int gap = text.indexOf(GAP);
        return List.of(words(gap < 0 ? text : text.substring(0, gap)));
    }

    /** The words of the second part, none where the claim has but one. */
    List<String> second() {
        int gap = text.indexOf(GAP);
        return gap < 0 ? List.of() : List.of(words(text.substring(gap + 1)));
    }

    /** Each way in which it is said, such as 柜姐…认不出. */
    public List<String> wordings() {
        List<String> second = second();
        return first().stream()
                .flatMap(one ->
                        second.isEmpty() ? Stream.of(one) : second.stream().map(other -> one + GAP + other))
                .toList();
    }

    private static String[] words(String part) {
        String[] words = part.split("\\|", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].strip();
        }
        return words;
    }

    /** The word of an honest sense, without its mark. */
    static String word(String sense) {
        return weaker(sense) ? sense.substring(0, sense.length() - 1) : sense;
    }

    static boolean weaker(String sense) {
        return sense.charAt(sense.length() - 1) == WEAKER;
    }

    public Claim {
        unless = List.copyOf(unless);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a claim needs words");
        }
        if (!bothPartsSaid(text)) {
            throw new IllegalArgumentException("each part of a claim and of a family needs words: " + text);
        }
        if (!(weight >= 0 && weight <= 6)) {
            throw new IllegalArgumentException("a claim's weight is 0 to 6: " + weight);
        }
    }
}
