package org.hengjian.screening.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Syllables of Mandarin (拼音音节) without tone, and their classes under the usual confusions: zh=z, ch=c, sh=s, n=l,
 * -ing=-in, -eng=-en, -ang=-an. A class is a number from 1 to under {@link Symbols#LETTERS}.
 */
public final class Syllables {

    private static final Map<String, Short> IDS = new HashMap<>();
    private static final Map<String, Short> CLASSES = new HashMap<>();
    private static final Map<String, Short> CLASS_OF_SYLLABLE = new HashMap<>();

    private static final int STATES_MAX = 1200;
    private static final int[] SPELLED = new int[STATES_MAX * 26];
    private static final short[] GROUPS = new short[STATES_MAX];
    private static int states;

    /** Longest syllable: {@code zhuang}. */
    public static final int LONGEST = 6;

    private Syllables() {}

    /** Number of the exact syllable, new ones are added in the order in which they come. */
    static synchronized short add(String syllable) {
        short id = IDS.computeIfAbsent(syllable, s -> (short) (IDS.size() + 1));
        String loose = loose(syllable);
        short group = CLASSES.computeIfAbsent(loose, s -> (short) (CLASSES.size() + 1));
        if (group >= Symbols.LETTERS) {
            throw new IllegalStateException("too many classes of syllables");
        }
        if (CLASS_OF_SYLLABLE.put(syllable, group) == null) {
            spell(syllable, group);
        }
        return id;
    }

    /** Class of the syllable spelled by the letters, 0 if they spell none. */
    public static short group(String letters) {
        Short group = CLASS_OF_SYLLABLE.get(letters);
        return group == null ? 0 : group;
    }

    /** State after one more letter, beginning with 0; negative when no syllable goes on so. */
    public static int next(int state, char letter) {
        int to = SPELLED[state * 26 + letter - 'a'];
        return to == 0 ? -1 : to;
    }

    /** Class of the syllable that the letters up to this state spell, 0 if none. */
    public static int groupAt(int state) {
        return GROUPS[state];
    }

    private static void spell(String syllable, short group) {
        int state = 0;
        for (int i = 0; i < syllable.length(); i++) {
            int slot = state * 26 + syllable.charAt(i) - 'a';
            if (SPELLED[slot] == 0) {
                SPELLED[slot] = ++states;
            }
            state = SPELLED[slot];
        }
        GROUPS[state] = group;
    }

    private static String loose(String syllable) {
        String s = syllable;
        if (s.startsWith("zh") || s.startsWith("ch") || s.startsWith("sh")) {
            s = s.charAt(0) + s.substring(2);
        } else if (s.startsWith("n") && s.length() > 1 && !s.equals("ng")) {
            s = "l" + s.substring(1);
        }
        if (s.length() > 2 && s.endsWith("ng") && "iea".indexOf(s.charAt(s.length() - 3)) >= 0) {
            s = s.substring(0, s.length() - 1);
        }
        return s.replace('v', 'u');
    }
}
