package org.hengjian.tracing.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hengjian.tracing.bench.Learnt;
import org.hengjian.tracing.schema.ProfileStore;
import org.hengjian.tracing.schema.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsWorthComparingTests {

    /** More than are all compared with each other. */
    private static final int SELLERS = 6_000;

    /** What few enough hold to be a block by itself, among so few sellers. */
    private static final int BLOCK_MAX = 300;

    @TempDir
    private Path folder;

    @Test
    void whoever_shares_a_rare_key_is_a_pair_once_and_neighbours_stay_together() throws IOException {
        Learnt some = Learnt.from(SELLERS, 5, folder);
        var reader = new Reader(some.model().schema());
        var keys = some.model().keys();
        Map<Long, List<Integer>> holders = new HashMap<>();
        try (var profiles = new ProfileStore(folder, some.model().schema().features().size())) {
            for (int i = 0; i < SELLERS; i++) {
                var profile = reader.read(some.sellers().get(i));
                profiles.add(profile.encode());
                for (long key : keys.of(profile)) {
                    holders.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
                }
            }
            Set<Long> seen = new HashSet<>();
            int given = 0;
            try (Candidates candidates = new Blocking(keys, folder).candidates(profiles)) {
                assertThat(candidates.parts()).isGreaterThan(1);
                for (int part = 0; part < candidates.parts(); part++) {
                    Set<Integer> left = new HashSet<>();
                    int current = -1;
                    for (long pair : candidates.part(part)) {
                        int lower = (int) (pair >>> 32);
                        assertThat(lower).isLessThan((int) pair);
                        seen.add(pair);
                        given++;
                        if (lower != current) {
                            assertThat(left.add(lower)).as("pairs of record %d follow each other", lower).isTrue();
                            current = lower;
                        }
                    }
                }
            }
            assertThat(given).isEqualTo(seen.size());
            for (List<Integer> block : holders.values()) {
                for (int i = 0; i < block.size() && block.size() <= BLOCK_MAX; i++) {
                    for (int j = i + 1; j < block.size(); j++) {
                        assertThat(seen).contains((long) block.get(i) << 32 | block.get(j));
                    }
                }
            }
        }
    }
}
