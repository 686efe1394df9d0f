package org.hengjian.screening;

/** How much an altered spelling speaks for hiding (规避写法的分量), as values of features. */
final class Evasion {

    static final int REPLACED = Trick.HOMOPHONE.bit() | Trick.FUZZY_HOMOPHONE.bit() | Trick.LOOK_ALIKE.bit();
    static final int OPAQUE = REPLACED | Trick.TYPO.bit() | Trick.PINYIN.bit() | Trick.INITIAL.bit();

    /** Under this a technique leaves room for another reading, and the goods and what is left of the name count more. */
    private static final double UNMISTAKABLE_FROM = 3.4;

    /** A third of a short name is wrong: other firms are called so too, and a person should look. */
    private static final double TWO_OF_THREE = 0.4;

    private final Model model;
    private final double[] values = new double[Model.size()];

    private Evasion(Model model) {
        this.model = model;
    }

    /** Values of the features for a hit that is not plain; the caller may add to them. */
    static Evasion of(Model model, Hit hit, boolean match, boolean mismatch) {
        var evasion = new Evasion(model);
        int letters = hit.form().letters().length();
        Trick main = evasion.techniques(hit);
        if (Trick.in(hit.tricks(), Trick.REORDERED) && letters >= 4) {
            evasion.set(hit.form().latin() ? Feature.LATIN_REORDERED : Feature.LONG_REORDERED, 1);
        }
        double highest = main.weight
                + (Trick.in(hit.tricks(), Trick.REORDERED)
                                && letters >= 4
                                && !hit.form().latin()
                        ? Feature.LONG_REORDERED.prior
                        : 0);
        if (highest < UNMISTAKABLE_FROM) {
            evasion.opaque(hit, letters, match, mismatch);
        } else {
            evasion.set(Feature.OWN_GOODS_UNMISTAKABLE, match ? 1 : 0);
            evasion.set(Feature.OTHER_GOODS_SHORT, !match && mismatch && letters <= 3 ? 1 : 0);
            evasion.set(Feature.WEAK_READING, hit.needsContext() ? 1 : 0);
        }
        return evasion;
    }

    private Trick techniques(Hit hit) {
        Trick main = Trick.COMPOUND;
        double all = 0;
        for (Trick trick : Trick.of(hit.tricks())) {
            all += trick.weight;
            main = trick.weight > main.weight ? trick : main;
        }
        values[Model.index(main)] = 1;
        set(Feature.MORE_TECHNIQUES, Math.min(1.2, (all - main.weight) * 0.3));
        return main;
    }

    private void opaque(Hit hit, int letters, boolean match, boolean mismatch) {
        boolean latin = hit.form().latin();
        int kept = letters - hit.changes();
        set(Feature.RARE_CHARACTERS, Math.min(4 / 3.0, hit.rare()));
        set(Feature.LETTERS_KEPT, latin ? 0 : kept >= 3 ? 1.5 : kept == 2 ? 1 : 0);
        set(Feature.OWN_GOODS, match ? 1 : 0);
        set(Feature.OTHER_GOODS, !match && mismatch ? 1 : 0);
        set(Feature.LONG_PINYIN, Trick.in(hit.tricks(), Trick.PINYIN) && letters >= 3 ? 1 : 0);
        boolean typo = Trick.in(hit.tricks(), Trick.TYPO);
        if (typo && !latin && letters <= 3) {
            values[Model.index(Trick.TYPO)] = TWO_OF_THREE;
        }
        set(Feature.LONG_TYPO, typo && letters >= 7 ? 1 : 0);
        set(Feature.WEAK_READING, hit.needsContext() && !(typo && letters == 6) ? 1 : 0);
        set(Feature.HIDDEN_NICKNAME, hit.form().role() == Form.Role.NICKNAME ? 1 : 0);
    }

    void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    double[] values() {
        return values;
    }

    /** What it adds to the score, in log-odds, from 0 on. */
    double sum() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Evidence.round(values[i] * model.weight(i));
        }
        return Math.max(0, sum);
    }
}
