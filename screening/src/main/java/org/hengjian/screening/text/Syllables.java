package org.hengjian.screening.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Syllables of Mandarin (拼音音节) without tone, and their classes under the usual confusions: zh=z, ch=c, sh=s, n=l,
 * -ing=-in, -eng=-en, -ang=-an. A class is a number from 1 to under {@link Symbols#LETTERS}.
 */
public final class Syllables {

    private static final Map<String, Short> IDS = new HashMap<>();
    private static final Map<String, Short> CLASSES = new HashMap<>();

    private static final int STATES_MAX = 1200;
    private static final int[] SPELLED = new int[STATES_MAX * 26];
    private static final short[] GROUPS = new short[STATES_MAX];
    private static final short[] EXACT = new short[STATES_MAX];
    private static final List<String> SPELLINGS = new ArrayList<>(List.of(""));
    private static final short[] GROUP_OF = new short[STATES_MAX];
    private static int states;

    private Syllables() {}

    /** Number of the exact syllable, new ones are added in the order in which they come. */
    static synchronized short add(String syllable) {
        Short known = IDS.get(syllable);
        if (known != null) {
            return known;
        }
        short id = (short) SPELLINGS.size();
        IDS.put(syllable, id);
        SPELLINGS.add(syllable);
        String loose = loose(syllable);
        short group = CLASSES.computeIfAbsent(loose, s -> (short) (CLASSES.size() + 1));
        if (group >= Symbols.LETTERS) {
            throw new IllegalStateException("too many classes of syllables");
        }
        GROUP_OF[id] = group;
        spell(syllable, id, group);
        return id;
    }

    /** Class of the syllable of that number. */
    static short groupOf(int syllable) {
        return GROUP_OF[syllable];
    }

    /** Letters of the syllable of that number. */
    static String spelling(int syllable) {
        return SPELLINGS.get(syllable);
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

    /** Number of that very syllable, 0 if none. */
    public static int syllableAt(int state) {
        return EXACT[state];
    }

    private static void spell(String syllable, short id, short group) {
        int state = 0;
        for (int i = 0; i < syllable.length(); i++) {
            int slot = state * 26 + syllable.charAt(i) - 'a';
            if (SPELLED[slot] == 0) {
                SPELLED[slot] = ++states;
            }
            state = SPELLED[slot];
        }
        GROUPS[state] = group;
        EXACT[state] = id;
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
