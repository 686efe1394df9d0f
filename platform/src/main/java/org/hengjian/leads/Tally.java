package org.hengjian.leads;

import java.util.Map;

/**
 * How many listings were screened and what came of them (筛查计数): white lists come before suspicion, and are counted.
 *
 * @param cleared kind of the clearing ({@code authorised-seller}, {@code generic-word}, {@code compatible-use}…) → listings
 */
public record Tally(long screened, long suspects, long reviews, Map<String, Long> cleared) {

    public Tally {
        cleared = Map.copyOf(cleared);
    }

    /** Listings let go by a white list or an honest use. */
    public long passed() {
        return cleared.values().stream().mapToLong(Long::longValue).sum();
    }

    public long leads() {
        return suspects + reviews;
    }
}
