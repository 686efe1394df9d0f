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

    /** A character is written twice, or left out. */
    static final byte DOUBLED = 4;

    static final byte LEFT_OUT = 5;

    /** 某 stands for a character (某森). */
    static final byte MASKED = 6;

    static final char MASK = '某';

    private static final int LENGTH_MAX = 40;
    private static final int CHILDREN_LOOKED_AT = 8;

    private final Form[] forms;
    private final long[] pairs = new long[Symbols.COUNT * Symbols.COUNT / Long.SIZE];

    /** For each word of {@link #pairs} the node of its first pair: nodes of the second level lie in the order of their pairs. */
    private final int[] pairNodes = new int[pairs.length];

    private final long[] firstCharacters = new long[1 << 10];

    /** For each node where its children and its patterns begin; where they end says the next node. */
    private final int[] nodes;

    private final short[] childSymbol;
    private final int[] patternForm;
    private final byte[] patternDerivation;

    /** The first two letters of the form of each pattern: enough to refuse most of what is reached. */
    private final int[] patternLetters;
    private final Typos typos;
    private final Sieve sieve;

    Index(List<Form> given) {
        forms = given.toArray(Form[]::new);
        var builder = new Builder();
        for (int f = 0; f < forms.length; f++) {
            Form form = forms[f];
            if (form.searchable() && form.letters().length() <= LENGTH_MAX) {
                builder.add(f, form);
            }
        }
        int count = builder.size;
        sieve = builder.sieve();
        int[] order = builder.sorted();
        short[][] symbols = new short[count][];
        for (int i = 0; i < count; i++) {
            symbols[i] = builder.symbols[order[i]];
        }
        patternForm = new int[count];
        patternDerivation = new byte[count];
        patternLetters = new int[count];
        // Breadth first: the children of a node are neighbours, and so are its patterns; one number each says where.
        var low = new Ints(count * 2 + 16);
        var high = new Ints(count * 2 + 16);
        var symbol = new Ints(count * 2 + 16);
        var packed = new Ints(count * 4 + 32);
        low.add(0);
        high.add(count);
        symbol.add(0);
        int placed = 0;
        int depth = 0;
        int levelEnd = 1;
        for (int node = 0; node < low.size; node++) {
            if (node == levelEnd) {
                depth++;
                levelEnd = low.size;
            }
            int p = low.at[node];
            int end = high.at[node];
            packed.add(low.size);
            packed.add(placed);
            for (; p < end && symbols[p].length == depth; p++, placed++) {
                patternForm[placed] = builder.form[order[p]];
                patternDerivation[placed] = builder.derivation[order[p]];
                String letters = forms[patternForm[placed]].letters();
                patternLetters[placed] = letters.charAt(0) << 16 | letters.charAt(1);
            }
            while (p < end) {
                int q = p + 1;
                while (q < end && symbols[q][depth] == symbols[p][depth]) {
                    q++;
                }
                symbol.add(symbols[p][depth]);
                low.add(p);
                high.add(q);
                p = q;
            }
        }
        packed.add(low.size);
        packed.add(placed);
        nodes = packed.trimmed();
        childSymbol = new short[low.size];
        for (int node = 0; node < low.size; node++) {
            childSymbol[node] = (short) symbol.at[node];
        }
        for (int a = nodes[0]; a < nodes[2]; a++) {
            for (int b = nodes[a * 2]; b < nodes[a * 2 + 2]; b++) {
                int key = childSymbol[a] << 9 | childSymbol[b];
                if (pairs[key >> 6] == 0) {
                    pairNodes[key >> 6] = b;
                }
                pairs[key >> 6] |= 1L << key;
            }
        }
        typos = new Typos(forms);
    }

    /** The forms; not to be changed. */
    Form[] forms() {
        return forms;
    }

    Typos typos() {
        return typos;
    }

    Sieve sieve() {
        return sieve;
    }

    boolean hasPair(int first, int second) {
        int key = first << 9 | second;
        return (pairs[key >> 6] & 1L << key) != 0;
    }

    /** Whether some name begins with the very character. */
    boolean begins(char c) {
        return (firstCharacters[c >> 6] & 1L << c) != 0;
    }

    /** Node reached by two symbols, -1 if none. */
    int node(int first, int second) {
        int key = first << 9 | second;
        long word = pairs[key >> 6];
        return (word & 1L << key) == 0 ? -1 : pairNodes[key >> 6] + Long.bitCount(word & (1L << key) - 1);
    }

    /** Node reached from a node by one symbol, -1 if none. */
    int child(int node, int symbol) {
        int low = nodes[node * 2];
        int high = nodes[node * 2 + 2] - 1;
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

    /** Whether a child has a symbol of which the last six bits are among these. */
    boolean hasChildAmong(int node, long symbols) {
        int from = nodes[node * 2];
        int to = nodes[node * 2 + 2];
        if (to - from > CHILDREN_LOOKED_AT) {
            return true;
        }
        for (int child = from; child < to; child++) {
            if ((symbols & 1L << childSymbol[child]) != 0) {
                return true;
            }
        }
        return false;
    }

    int childrenFrom(int node) {
        return nodes[node * 2];
    }

    int childrenTo(int node) {
        return nodes[node * 2 + 2];
    }

    int symbol(int node) {
        return childSymbol[node];
    }

    boolean hasChildren(int node) {
        return nodes[node * 2 + 2] > nodes[node * 2];
    }

    int patternsFrom(int node) {
        return nodes[node * 2 + 1];
    }

    int patternsTo(int node) {
        return nodes[node * 2 + 3];
    }

    Form form(int pattern) {
        return forms[patternForm[pattern]];
    }

    /** The first two letters of the pattern's form, the first in the upper half. */
    int letters(int pattern) {
        return patternLetters[pattern];
    }

    int derivation(int pattern) {
        return patternDerivation[pattern];
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
        private static final int PREFIX = 7;

        /** Longer names are seldom shortened so, and each letter costs a pattern. */
        private static final int INITIAL_IN_MOST = 8;

        private static final int MASKED_IN_MOST = 3;

        private short[][] symbols = new short[1024][];
        private int[] form = new int[1024];
        private byte[] derivation = new byte[1024];
        private int size;

        void add(int number, Form f) {
            String letters = f.letters();
            if (f.asWrittenOnly()) {
                put(number, usual(letters), AS_WRITTEN);
                return;
            }
            mark(firstCharacters, letters.charAt(0));
            for (short[] spelled : spellings(letters)) {
                put(number, spelled, AS_WRITTEN);
            }
            short[] usual = usual(letters);
            if (f.han() == letters.length() && f.role() == Form.Role.NAME) {
                deriveFromHan(number, letters, usual);
            } else if (f.latin() && Long.bitCount(f.joints()) == 1 && letters.length() >= 7) {
                int joint = Long.numberOfTrailingZeros(f.joints());
                put(number, turned(usual, joint), REORDERED);
            }
        }

        private void deriveFromHan(int number, String letters, short[] usual) {
            if (letters.length() <= INITIAL_IN_MOST) {
                for (int i = 0; i < usual.length; i++) {
                    short[] changed = usual.clone();
                    changed[i] = (short) Symbols.of(Characters.initial(letters.charAt(i)));
                    put(number, changed, INITIAL);
                }
            }
            if (letters.length() >= 3 && letters.length() <= INITIAL_IN_MOST) {
                oneMoreOrLess(number, usual);
            }
            if (letters.length() <= MASKED_IN_MOST) {
                for (int i = 0; i < usual.length; i++) {
                    short[] masked = usual.clone();
                    masked[i] = (short) Symbols.of(MASK);
                    put(number, masked, MASKED);
                }
            }
            if (letters.length() >= 3) {
                put(number, initials(letters, usual, usual.length), ALL_INITIALS);
            }
            if (letters.length() >= 4) {
                put(number, initials(letters, usual, 2), INITIAL);
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
                if (usual.length == 3) {
                    put(number, turned(usual, 1), REORDERED);
                    put(number, turned(usual, 2), REORDERED);
                }
            }
        }

        private short[] initials(String letters, short[] usual, int count) {
            short[] initials = usual.clone();
            for (int i = 0; i < count; i++) {
                initials[i] = (short) Symbols.of(Characters.initial(letters.charAt(i)));
            }
            return initials;
        }

        private void oneMoreOrLess(int number, short[] usual) {
            for (int i = 0; i < usual.length; i++) {
                short[] doubled = new short[usual.length + 1];
                System.arraycopy(usual, 0, doubled, 0, i + 1);
                System.arraycopy(usual, i, doubled, i + 1, usual.length - i);
                put(number, doubled, DOUBLED);
                if (usual.length >= 4) {
                    short[] less = new short[usual.length - 1];
                    System.arraycopy(usual, 0, less, 0, i);
                    System.arraycopy(usual, i + 1, less, i, less.length - i);
                    put(number, less, LEFT_OUT);
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

        Sieve sieve() {
            var made = new Sieve(size);
            for (int p = 0; p < size; p++) {
                Form of = forms[form[p]];
                if (of.asWrittenOnly()) {
                    made.add(symbols[p], of.letters());
                } else if (derivation[p] == AS_WRITTEN) {
                    made.addDisguised(symbols[p], of);
                } else {
                    made.add(symbols[p], shown(symbols[p], of.letters(), derivation[p]));
                }
            }
            return made;
        }

        /** The characters that a text shows for a derived pattern; only those of two letters are asked for. */
        private String shown(short[] pattern, String letters, byte how) {
            if (pattern.length > 2 || how == AS_WRITTEN) {
                return letters;
            }
            if (how == REORDERED) {
                return "" + letters.charAt(1) + letters.charAt(0);
            }
            var shown = new StringBuilder();
            for (int i = 0; i < pattern.length; i++) {
                char letter = letters.charAt(i);
                char instead = how == MASKED ? MASK : Characters.initial(letter);
                shown.append(pattern[i] == Symbols.of(letter) ? letter : instead);
            }
            return shown.toString();
        }

        /** Pattern numbers by symbols: by the first seven as one number, the few that share these compared in full. */
        int[] sorted() {
            long[] prefix = new long[size];
            for (int i = 0; i < size; i++) {
                long key = 0;
                for (int k = 0; k < PREFIX; k++) {
                    key = key << 9 | (k < symbols[i].length ? symbols[i][k] : 0);
                }
                prefix[i] = key;
            }
            int[] order = byNumber(prefix);
            for (int from = 0; from < size; ) {
                int to = from + 1;
                while (to < size && prefix[order[to]] == prefix[order[from]]) {
                    to++;
                }
                if (to - from > 1) {
                    Integer[] alike = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
                    Arrays.sort(alike, (a, b) -> {
                        int c = Arrays.compare(symbols[a], symbols[b]);
                        return c != 0 ? c : Integer.compare(a, b);
                    });
                    for (int i = from; i < to; i++) {
                        order[i] = alike[i - from];
                    }
                }
                from = to;
            }
            return order;
        }

        /** Their places in rising order, by counting byte after byte: a million take a moment. */
        private static int[] byNumber(long[] numbers) {
            int[] order = new int[numbers.length];
            Arrays.setAll(order, i -> i);
            int[] next = new int[numbers.length];
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                int[] from = new int[(1 << Byte.SIZE) + 1];
                for (long number : numbers) {
                    from[(int) (number >>> shift & 0xFF) + 1]++;
                }
                for (int i = 1; i < from.length; i++) {
                    from[i] += from[i - 1];
                }
                for (int place : order) {
                    next[from[(int) (numbers[place] >>> shift & 0xFF)]++] = place;
                }
                int[] spare = order;
                order = next;
                next = spare;
            }
            return order;
        }

        private void mark(long[] bits, char c) {
            bits[c >> 6] |= 1L << c;
        }
    }
}
