package org.hengjian.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column means which field (列对应). Proposed by {@link #propose}, confirmed by a person, remembered by heading:
 * so it still fits when the next file has its columns in another order.
 *
 * @param columns column (from 0) of each field that has one
 */
public record ColumnMapping(Map<String, Integer> columns) {

    public ColumnMapping {
        columns = Map.copyOf(columns);
    }

    /**
     * One field and the column proposed for it.
     *
     * @param confidence 1.0 the same word … 0.5 merely alike; below that nothing is proposed
     */
    public record Match(String field, int column, String heading, double confidence) {}

    /**
     * A proposal to be confirmed.
     *
     * @param missing required fields that no heading seems to mean
     * @param unused columns (from 0) that mean none of the fields
     */
    public record Proposal(List<Match> matches, List<String> missing, List<Integer> unused) {
        public Proposal {
            matches = List.copyOf(matches);
            missing = List.copyOf(missing);
            unused = List.copyOf(unused);
        }

        public ColumnMapping mapping() {
            var columns = new LinkedHashMap<String, Integer>();
            matches.forEach(match -> columns.put(match.field(), match.column()));
            return new ColumnMapping(columns);
        }

        /**
         * The mapping where nobody is asked: an optional field that merely sounds alike is left out, since a wrong guess
         * would cost the rows that it does not fit.
         */
        public ColumnMapping unasked(List<Field> fields) {
            var columns = new LinkedHashMap<String, Integer>();
            for (var match : matches) {
                boolean required = fields.stream()
                        .anyMatch(field -> field.required() && field.name().equals(match.field()));
                if (required || match.confidence() >= CONTAINED) {
                    columns.put(match.field(), match.column());
                }
            }
            return new ColumnMapping(columns);
        }

        /** Whether every required field has a column whose heading is surely meant: no question need be asked. */
        public boolean isSure() {
            return missing.isEmpty() && matches.stream().allMatch(match -> match.confidence() >= SURE);
        }
    }

    /** From here on a heading is the word itself, give or take a unit or a space. */
    static final double SURE = 0.9;

    private static final double SAME = 1.0;
    private static final double SAME_BUT_FOR_UNIT = 0.95;
    private static final double CONTAINED = 0.7;
    private static final double ALIKE_MIN = 0.5;

    public Optional<Integer> column(String field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** The cell of {@code field} in {@code row}, stripped; empty when the field has no column. */
    public String cell(Row row, String field) {
        var column = columns.get(field);
        return column == null || column >= row.cells().size()
                ? ""
                : row.cells().get(column).strip();
    }

    /**
     * Proposes a column for each field: the surest pairs first, each column and each field once. Of two equally good
     * columns the left one is taken.
     */
    public static Proposal propose(List<String> headings, List<Field> fields) {
        var candidates = new ArrayList<Match>();
        for (var field : fields) {
            for (int column = 0; column < headings.size(); column++) {
                double confidence = confidence(headings.get(column), field);
                if (confidence >= ALIKE_MIN) {
                    candidates.add(new Match(field.name(), column, headings.get(column), confidence));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Match::confidence).reversed().thenComparingInt(Match::column));
        var taken = new HashSet<Integer>();
        var chosen = new HashMap<String, Match>();
        for (var match : candidates) {
            if (!chosen.containsKey(match.field()) && taken.add(match.column())) {
                chosen.put(match.field(), match);
            }
        }
        var matches = new ArrayList<Match>();
        var missing = new ArrayList<String>();
        for (var field : fields) {
            var match = chosen.get(field.name());
            if (match != null) {
                matches.add(match);
            } else if (field.required()) {
                missing.add(field.name());
            }
        }
        var unused = new ArrayList<Integer>();
        for (int column = 0; column < headings.size(); column++) {
            if (!taken.contains(column)) {
                unused.add(column);
            }
        }
        return new Proposal(matches, missing, unused);
    }

    private static double confidence(String heading, Field field) {
        double best = likeness(heading, field.name());
        for (var synonym : field.synonyms()) {
            best = Math.max(best, likeness(heading, synonym));
        }
        return best;
    }

    private static double likeness(String heading, String synonym) {
        var own = normal(synonym);
        if (normal(heading).equals(own)) {
            return SAME;
        }
        var bare = normal(withoutUnit(heading));
        if (bare.isEmpty() || own.isEmpty()) {
            return 0;
        }
        if (bare.equals(own)) {
            return SAME_BUT_FOR_UNIT;
        }
        // The longer the shared word, the surer: 商品标题文字 means 商品标题 rather than 标题.
        if (own.length() >= 2 && bare.contains(own)) {
            return CONTAINED + 0.15 * own.length() / bare.length();
        }
        return 0.9 * dice(bare, own);
    }

    /** Letters and digits only, lower case, full-width folded: 「Shop_Name」 and 「shop name」 are one. */
    private static String normal(String heading) {
        var folded = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var kept = new StringBuilder();
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** 价格（元） without （元）, and a required mark without its star. */
    private static String withoutUnit(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[(\\[【/].*$", "");
    }

    /** Shared pairs of neighbouring characters, 0 to 1 (Dice 1945). */
    private static double dice(String left, String right) {
        var leftPairs = pairs(left);
        var rightPairs = pairs(right);
        if (leftPairs.isEmpty() || rightPairs.isEmpty()) {
            return 0;
        }
        long shared = leftPairs.stream().filter(rightPairs::contains).count();
        return 2.0 * shared / (leftPairs.size() + rightPairs.size());
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
