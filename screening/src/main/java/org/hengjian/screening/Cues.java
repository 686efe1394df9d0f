package org.hengjian.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.hengjian.screening.text.Units;

/** Words around a name that say how it is used (语境词), words for goods, and the honest senses of claims. */
final class Cues {

    enum Sort {
        COMPATIBLE_BEFORE,
        COMPATIBLE_AFTER,
        RESALE,
        COMPARISON,
        STYLE,
        DENIAL_BEFORE,
        DENIAL_AFTER,
        OFFICIAL,
        MEDIA,
        SERVICE,
        PLACE,
        COPY,
        GOODS,
        UNLESS
    }

    /** @param niceClass class of the goods for {@link Sort#GOODS}, else 0 */
    record Cue(Sort sort, String word, int niceClass) {}

    /** A cue where it stands; from and to are units. */
    record At(Cue cue, int from, int to, int start, int end) {

        /** Whether the words before it say that there is none: 没小票, 无外壳. */
        boolean isLacking(String text) {
            return start > 0 && "无没".indexOf(text.charAt(start - 1)) >= 0 || start > 1 && text.startsWith("没有", start - 2);
        }
    }

    private static final int FOUND_MAX = 512;
    private static final String SINGLE_GOODS = "鞋裤裙袜帽酒茶灯";
    private static final int[] SINGLE_CLASSES = {25, 25, 25, 25, 25, 33, 30, 11};

    private final List<Cue> cues = new ArrayList<>();
    private final Vocabulary words;

    Cues(Collection<Claim> claims) {
        readCues();
        readGoods();
        var unless = new LinkedHashSet<String>();
        claims.forEach(claim -> claim.unless().forEach(sense -> unless.add(Claim.word(sense))));
        unless.forEach(word -> cues.add(new Cue(Sort.UNLESS, word, 0)));
        var forms = new ArrayList<Form>();
        for (int i = 0; i < cues.size(); i++) {
            forms.add(Form.of(i, Form.Role.CUE, cues.get(i).word()));
        }
        words = new Vocabulary(forms);
    }

    /** The first few hundred cues of the text, in its order. */
    List<At> in(Units units, Surroundings around) {
        var found = new ArrayList<At>();
        for (int k = 0; k + 1 < units.size() && found.size() < FOUND_MAX; k++) {
            for (int word = words.first(units, around, k); word >= 0; word = words.after(word, units, around, k)) {
                int to = k + words.length(word);
                found.add(new At(cues.get(word), k, to, units.start(k), units.end(to - 1)));
            }
        }
        return found;
    }

    /** Classes of goods named in the text, bit n for class n. */
    static long goods(Units units, List<At> found) {
        long classes = 0;
        for (At at : found) {
            classes |= at.cue().sort() == Sort.GOODS ? 1L << at.cue().niceClass() : 0;
        }
        for (int k = 0; k < units.size(); k++) {
            int single = SINGLE_GOODS.indexOf(units.at(k));
            classes |= single >= 0 ? 1L << SINGLE_CLASSES[single] : 0;
        }
        return classes;
    }

    private void readCues() {
        for (String line : ShippedLines.of("cues.txt")) {
            int close = line.indexOf(']');
            Sort sort = Sort.valueOf(
                    line.substring(1, close).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            for (String word : line.substring(close + 1).split("\\|")) {
                cues.add(new Cue(sort, word.strip(), 0));
            }
        }
    }

    private void readGoods() {
        for (String line : ShippedLines.of("goods.txt")) {
            int colon = line.indexOf(':');
            int niceClass = Integer.parseInt(line.substring(0, colon));
            for (String word : line.substring(colon + 1).split("\\|")) {
                cues.add(new Cue(Sort.GOODS, word.strip(), niceClass));
            }
        }
    }
}
