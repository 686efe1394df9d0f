package org.hengjian.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have changed (试跑结果).
 *
 * @param offers   how many past offers were screened twice
 * @param suspects of them more (or, negative, fewer) suspects
 * @param reviews  the same for review
 * @param changed  offers that come out otherwise
 * @param confirmed of the leads that people confirmed, how it treats those whose standing changes
 * @param dismissed the same for those that they dismissed
 * @param together how many drafts were tried at once; null where it was this one alone
 * @param examples some of the changed offers, the gravest first
 */
public record Trial(
        int offers,
        int suspects,
        int reviews,
        int changed,
        Moved confirmed,
        Moved dismissed,
        List<Example> examples,
        @Nullable Integer together) {

    public Trial {
        examples = List.copyOf(examples);
    }

    Trial together(int drafts) {
        return new Trial(offers, suspects, reviews, changed, confirmed, dismissed, examples, drafts);
    }

    /** How many would have been raised, and how many let go. */
    public record Moved(int raised, int lowered) {}

    /**
     * One offer.
     *
     * @param listing id of the listing
     * @param before  its standing with what is in force, {@code CLEAR}, {@code REVIEW} or {@code SUSPECT}
     * @param outcome what people found: {@code CONFIRMED}, {@code DISMISSED} or empty
     */
    public record Example(long listing, String before, String after, String outcome) {}

    /** Whether it raises what people had let go more often than what they had confirmed. */
    public boolean isDoubtful() {
        return dismissed.raised() > confirmed.raised() || confirmed.lowered() > dismissed.lowered();
    }
}
