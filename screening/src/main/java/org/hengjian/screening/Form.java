package org.hengjian.screening;

import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;
import org.hengjian.screening.text.Units;
import org.hengjian.screening.text.Words;

/**
 * One way in which a right or a claim is called (名称形式), folded, with what matching needs to know of it.
 *
 * @param owner number of the right, claim or cue in its index
 * @param role what it is to the owner
 * @param letters the folded significant characters
 * @param joints bit i set: the written form has a space or joiner before character i, so a gap there is natural
 * @param han number of Han characters
 * @param commonness level as an ordinary word, 0 if it is none
 * @param beside folded characters of which one must stand near it, none where it stands for itself
 * @param besideBits {@link Surroundings#bits} of each, to see at once that a text has none
 */
record Form(
        int owner,
        Role role,
        String written,
        String letters,
        long joints,
        int han,
        int commonness,
        List<String> beside,
        long[] besideBits) {

    private static final long[] NO_BITS = {};
    private static final int DISTINCT = 4;
    private static final int LONG = 7;

    enum Role {
        NAME,
        NICKNAME,
        /** A product line or model (Dunk, 990v6): written as it is, and beside a claim, it tells whose goods are meant. */
        MODEL,
        CLAIM,
        CUE
    }

    /** The ways in which a claim is said; of one in two parts (拆机…电芯) the first, which counts where the other stands near. */
    static List<Form> ofClaim(int owner, Claim claim) {
        List<String> beside = claim.second().stream().map(Form::folded).toList();
        long[] bits = beside.stream().mapToLong(Surroundings::bits).toArray();
        return claim.first().stream()
                .map(word -> {
                    Form first = of(owner, Role.CLAIM, word);
                    return new Form(
                            owner, Role.CLAIM, word, first.letters, first.joints, first.han, first.commonness, beside, bits);
                })
                .toList();
    }

    private static String folded(String text) {
        Units units = Units.of(text);
        return new String(units.folded(), 0, units.size());
    }

    static Form of(int owner, Role role, String written) {
        Units units = Units.of(written);
        var letters = new StringBuilder();
        long joints = 0;
        int han = 0;
        for (int i = 0; i < units.size(); i++) {
            if (i > 0 && i < 64 && units.gap(i) != 0) {
                joints |= 1L << i;
            }
            letters.append(units.at(i));
            han += Characters.isHan(units.at(i)) ? 1 : 0;
        }
        String folded = letters.toString();
        int commonness = han == folded.length()
                ? Words.chinese(folded, 0, folded.length())
                : han == 0 ? Words.english(folded, 0, folded.length()) : 0;
        return new Form(owner, role, written, folded, joints, han, commonness, List.of(), NO_BITS);
    }

    /**
     * A word of a family with many companions is one of every day: it counts as it is written, not as it sounds. So does a
     * product line, unless it is a long word of its own (neverfull), which digits may stand in.
     */
    boolean asWrittenOnly() {
        return role == Role.MODEL && !(latin() && letters.length() >= LONG && commonness == 0 && !hasDigit())
                || beside.size() > 1;
    }

    /** Whether it is no ordinary word, and long enough to be nobody else's. */
    boolean isDistinct() {
        return commonness == 0 && (han > 1 || letters.length() >= DISTINCT);
    }

    private boolean hasDigit() {
        return letters.chars().anyMatch(c -> Symbols.isDigit((char) c));
    }

    /** Whether there is enough of it to search for. */
    boolean searchable() {
        return letters.length() >= 2;
    }

    /** Whether it is written with marks on its letters (Lancôme). */
    boolean marked() {
        return written.chars().anyMatch(c -> c >= 'À' && c <= 'ɏ');
    }

    boolean latin() {
        return han == 0;
    }

    boolean jointBefore(int letter) {
        return letter < 64 && (joints & 1L << letter) != 0;
    }
}
