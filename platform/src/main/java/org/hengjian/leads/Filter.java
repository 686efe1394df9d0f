package org.hengjian.leads;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hengjian.screening.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which leads a list shows, as it stands in the address. What is not understood is as if it were not there, so that an
 * old link still leads somewhere.
 *
 * @param scope   own agency's, those below or across (as far as seen), or those that went elsewhere
 * @param region  GB/T 2260 code of the sellers' place or of one above it
 * @param score   from this score on, in hundredths
 * @param cleared with those that were screened and not suspected
 */
record Filter(
        Scope scope,
        State state,
        @Nullable Kind kind,
        String right,
        String platform,
        @Nullable Integer region,
        int score,
        String text,
        When due,
        boolean mine,
        boolean cleared,
        @Nullable Long batch,
        Sort sort) {

    static final int TEXT_CHARS_MAX = 100;

    enum Scope {
        OWN,
        SEEN,
        GONE
    }

    enum State {
        OPEN,
        /** Nobody has it yet. */
        WAITING,
        ASSIGNED,
        VERIFYING,
        VERIFIED,
        FILED,
        DISMISSED,
        MERGED,
        ALL
    }

    enum When {
        ANY,
        LATE,
        SOON
    }

    /** What comes first; the second of each pair turns the first round. */
    enum Sort {
        SCORE,
        SCORE_UP,
        DUE,
        DUE_DOWN,
        ARRIVAL,
        ARRIVAL_UP;

        private Sort turned() {
            return values()[ordinal() ^ 1];
        }

        /** Where a click on the heading leads: to this order, or round if it stands already. */
        public String next(String heading) {
            Sort first = Filter.word(Sort.class, heading);
            return (this == first ? first.turned() : first).name().toLowerCase(Locale.ROOT);
        }

        /** For {@code aria-sort}; none when another column says the order. */
        @Nullable
        public String aria(String heading) {
            Sort first = Filter.word(Sort.class, heading);
            boolean rising = this == SCORE_UP || this == DUE || this == ARRIVAL_UP;
            return this == first || this == first.turned() ? (rising ? "ascending" : "descending") : null;
        }
    }

    static Filter open() {
        return new Filter(Scope.OWN, State.OPEN, null, "", "", null, 0, "", When.ANY, false, false, null, Sort.SCORE);
    }

    /** The constant of that name, or the first one. */
    static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(type.getEnumConstants()[0]);
    }

    static @Nullable Kind kind(String code) {
        return Optional.of(code)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Arrays.stream(Kind.values())
                        .filter(kind -> kind.code().equals(text))
                        .findFirst())
                .orElse(null);
    }
}
