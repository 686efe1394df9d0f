package org.hengjian.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hengjian.screening.text.Characters;
import org.hengjian.screening.text.Symbols;

/**
 * Forms compiled to a trie over symbols (索引): homophones and plain spellings take the same path, and what differs is
 * told apart afterwards. Nodes lie level by level in arrays; a bitmap of first pairs answers most positions at once.
 */
final class Index {

    /** How a pattern was derived from its form. */
    static final byte AS_WRITTEN = 0;
    static final byte INITIAL = 1;
    static final byte ALL_INITIALS = 2;
    static final byte REORDERED = 3;

    private static final int LENGTH_MAX = 40;

    /** Size of the filter over pairs of very characters; a wrong yes costs one walk. */
    private static final int WRITTEN_BITS = 1 << 20;

    private final List<Form> forms;
    private final long[] pairs = new long[Symbols.COUNT * Symbols.COUNT / 64];
    private final long[] firstCharacters = new long[1 << 10];
    private final long[] secondCharacters = new long[1 << 10];
    private final long[] written = new long[WRITTEN_BITS / 64];
    private final int[] pairKeys;
    private final int[] pairNodes;

    private final int[] childFrom;
    private final short[] childSymbol;
    private final int[] patternFrom;
    private final int[] patternForm;
    private final byte[] patternDerivation;
    private final Typos typos;

    Index(List<Form> given, boolean derive) {
        forms = List.copyOf(given);
        var builder = new Builder();
        for (int f = 0; f < forms.size(); f++) {
            Form form = forms.get(f);
            if (form.searchable() && form.letters().length() <= LENGTH_MAX) {
                builder.add(f, form, derive);
            }
        }
        int count = builder.size;
        long[] order = builder.sorted();
        patternForm = new int[count];
        patternDerivation = new byte[count];
        short[][] symbols = new short[count][];
        for (int i = 0; i < count; i++) {
            int at = (int) order[i];
            symbols[i] = builder.symbols[at];
            patternForm[i] = builder.form[at];
            patternDerivation[i] = builder.derivation[at];
        }
        // Breadth first: the children of a node are neighbours, so a node needs one number only.
        var from = new Ints(count * 2 + 16);
        var symbol = new Ints(count * 2 + 16);
        var first = new Ints(count * 2 + 16);
        var low = new Ints(count * 2 + 16);
        var high = new Ints(count * 2 + 16);
        symbol.add(0);
        low.add(0);
        high.add(count);
        var levels = new Ints(count * 2 + 16);
        levels.add(0);
        for (int node = 0; node < low.size; node++) {
            int depth = levels.at[node];
            int p = low.at[node];
            int end = high.at[node];
            first.add(p);
            while (p < end && symbols[p].length == depth) {
                p++;
            }
            from.add(low.size);
            while (p < end) {
                int q = p + 1;
                while (q < end && symbols[q][depth] == symbols[p][depth]) {
                    q++;
                }
                symbol.add(symbols[p][depth]);
                low.add(p);
                high.add(q);
                levels.add(depth + 1);
                p = q;
            }
        }
        from.add(low.size);
        childFrom = from.trimmed();
        childSymbol = new short[low.size];
        patternFrom = new int[low.size * 2];
        for (int node = 0; node < low.size; node++) {
            childSymbol[node] = (short) symbol.at[node];
            int p = low.at[node];
            int q = p;
            while (q < high.at[node] && symbols[q].length == levels.at[node]) {
                q++;
            }
            patternFrom[node * 2] = p;
            patternFrom[node * 2 + 1] = q;
        }
        int pairCount = 0;
        for (int a = childFrom[0]; a < childFrom[1]; a++) {
            pairCount += childFrom[a + 1] - childFrom[a];
        }
        int slots = Integer.highestOneBit(Math.max(8, pairCount) * 2 - 1) * 2;
        pairKeys = new int[slots];
        pairNodes = new int[slots];
        for (int a = childFrom[0]; a < childFrom[1]; a++) {
            for (int b = childFrom[a]; b < childFrom[a + 1]; b++) {
                int key = childSymbol[a] << 9 | childSymbol[b];
                pairs[key >> 6] |= 1L << key;
                int slot = slot(key);
                pairKeys[slot] = key;
                pairNodes[slot] = b;
            }
        }
        typos = derive ? new Typos(forms) : Typos.none();
    }

    List<Form> forms() {
        return forms;
    }

    Typos typos() {
        return typos;
    }

    boolean hasPair(int first, int second) {
        int key = first << 9 | second;
        return (pairs[key >> 6] & 1L << key) != 0;
    }

    /** Whether some name begins with the very character. */
    boolean begins(char c) {
        return (firstCharacters[c >> 6] & 1L << c) != 0;
    }

    /** Whether the very character is the second of some name. */
    boolean seconds(char c) {
        return (secondCharacters[c >> 6] & 1L << c) != 0;
    }

    /** Whether two characters may begin a name by likeness or as parts of one; sounds are asked by {@link #hasPair}. */
    boolean mayBegin(char first, char second) {
        int bit = bit(first, second);
        return (written[bit >> 6] & 1L << bit) != 0;
    }

    private static int bit(char first, char second) {
        return (first * 0x9E3779B1 ^ second * 0x85EBCA77) >>> 12 & WRITTEN_BITS - 1;
    }

    private void mayBegin(String letters) {
        char a = letters.charAt(0);
        char b = letters.charAt(1);
        for (char x : Characters.alike(a)) {
            mark(x, b);
        }
        for (char x : Characters.alike(b)) {
            mark(a, x);
        }
        for (String parts : Characters.partsOf(a)) {
            mark(parts.charAt(0), parts.charAt(1));
        }
        for (String parts : Characters.partsOf(b)) {
            mark(a, parts.charAt(0));
        }
    }

    private void mark(char first, char second) {
        int bit = bit(first, second);
        written[bit >> 6] |= 1L << bit;
    }

    /** Node reached by two symbols, -1 if none. */
    int node(int first, int second) {
        if (!hasPair(first, second)) {
            return -1;
        }
        return pairNodes[slot(first << 9 | second)];
    }

    /** Node reached from a node by one symbol, -1 if none. */
    int child(int node, int symbol) {
        int low = childFrom[node];
        int high = childFrom[node + 1] - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int found = childSymbol[middle];
            if (found == symbol) {
                return middle;
            }
            if (found < symbol) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    boolean hasChildren(int node) {
        return childFrom[node + 1] > childFrom[node];
    }

    int patternsFrom(int node) {
        return patternFrom[node * 2];
    }

    int patternsTo(int node) {
        return patternFrom[node * 2 + 1];
    }

    Form form(int pattern) {
        return forms.get(patternForm[pattern]);
    }

    int derivation(int pattern) {
        return patternDerivation[pattern];
    }

    private int slot(int key) {
        int mask = pairKeys.length - 1;
        int slot = key * 0x9E3779B9 >>> 7 & mask;
        while (pairNodes[slot] != 0 && pairKeys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static final class Ints {
        private int[] at;
        private int size;

        Ints(int capacity) {
            at = new int[capacity];
        }

        void add(int value) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
            }
            at[size++] = value;
        }

        int[] trimmed() {
            return Arrays.copyOf(at, size);
        }
    }

    private final class Builder {
        private short[][] symbols = new short[1024][];
        private int[] form = new int[1024];
        private byte[] derivation = new byte[1024];
        private int size;

        void add(int number, Form f, boolean derive) {
            String letters = f.letters();
            mark(firstCharacters, letters.charAt(0));
            mark(secondCharacters, letters.charAt(1));
            for (short[] spelled : spellings(letters)) {
                put(number, spelled, AS_WRITTEN);
            }
            if (!derive || f.role() == Form.Role.CUE) {
                return;
            }
            mayBegin(letters);
            short[] usual = usual(letters);
            if (f.han() == letters.length() && f.role() == Form.Role.NAME) {
                deriveFromHan(number, letters, usual);
            } else if (f.latin() && Long.bitCount(f.joints()) == 1 && letters.length() >= 7) {
                int joint = Long.numberOfTrailingZeros(f.joints());
                put(number, turned(usual, joint), REORDERED);
            }
        }

        private void deriveFromHan(int number, String letters, short[] usual) {
            if (letters.length() <= 4) {
                for (int i = 0; i < usual.length; i++) {
                    short[] changed = usual.clone();
                    changed[i] = (short) Symbols.of(Characters.initial(letters.charAt(i)));
                    put(number, changed, INITIAL);
                }
            }
            if (letters.length() >= 4) {
                short[] initials = new short[usual.length];
                for (int i = 0; i < usual.length; i++) {
                    initials[i] = (short) Symbols.of(Characters.initial(letters.charAt(i)));
                }
                put(number, initials, ALL_INITIALS);
                put(number, turned(usual, usual.length / 2), REORDERED);
                for (int i = 0; i + 1 < usual.length; i++) {
                    short[] swapped = usual.clone();
                    swapped[i] = usual[i + 1];
                    swapped[i + 1] = usual[i];
                    put(number, swapped, REORDERED);
                }
            } else {
                short[] backwards = usual.clone();
                for (int i = 0; i < usual.length; i++) {
                    backwards[i] = usual[usual.length - 1 - i];
                }
                if (!Arrays.equals(backwards, usual)) {
                    put(number, backwards, REORDERED);
                }
            }
        }

        private short[] turned(short[] usual, int by) {
            short[] turned = new short[usual.length];
            for (int i = 0; i < usual.length; i++) {
                turned[i] = usual[(i + by) % usual.length];
            }
            return turned;
        }

        private short[] usual(String letters) {
            short[] usual = new short[letters.length()];
            for (int i = 0; i < usual.length; i++) {
                usual[i] = (short) Symbols.of(letters.charAt(i));
            }
            return usual;
        }

        /** All ways to sound it, at most four: characters with several readings (乐, 长). */
        private List<short[]> spellings(String letters) {
            var all = new ArrayList<short[]>();
            all.add(usual(letters));
            for (int i = 0; i < letters.length() && all.size() < 4; i++) {
                if (!Characters.isHan(letters.charAt(i))) {
                    continue;
                }
                int[] sounds = Characters.sounds(letters.charAt(i));
                for (int k = 1; k < sounds.length && all.size() < 4; k++) {
                    short[] other = usual(letters);
                    other[i] = (short) sounds[k];
                    all.add(other);
                }
            }
            return all;
        }

        private void put(int number, short[] pattern, byte how) {
            if (size == form.length) {
                symbols = Arrays.copyOf(symbols, size * 2);
                form = Arrays.copyOf(form, size * 2);
                derivation = Arrays.copyOf(derivation, size * 2);
            }
            symbols[size] = pattern;
            form[size] = number;
            derivation[size++] = how;
        }

        /** Pattern numbers by symbols; the first seven symbols are compared as one number. */
        long[] sorted() {
            var byPrefix = new Integer[0];
            long[] prefix = new long[size];
            for (int i = 0; i < size; i++) {
                long key = 0;
                for (int k = 0; k < 7; k++) {
                    key = key << 9 | (k < symbols[i].length ? symbols[i][k] : 0);
                }
                prefix[i] = key;
            }
            byPrefix = new Integer[size];
            Arrays.setAll(byPrefix, i -> i);
            Arrays.sort(byPrefix, (a, b) -> {
                int c = Long.compare(prefix[a], prefix[b]);
                if (c != 0) {
                    return c;
                }
                c = Arrays.compare(symbols[a], symbols[b]);
                return c != 0 ? c : Integer.compare(a, b);
            });
            long[] order = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = byPrefix[i];
            }
            return order;
        }

        private void mark(long[] bits, char c) {
            bits[c >> 6] |= 1L << c;
        }
    }
}
