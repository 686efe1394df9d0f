package org.hengjian.tracing;

import java.util.Arrays;
import java.util.List;
import org.hengjian.tracing.judging.Comparer;
import org.hengjian.tracing.judging.Subject;
import org.hengjian.tracing.schema.ProfileStore;

/** Records taken apart, the last ones kept: reading one costs as much as comparing it ten times. For one thread. */
final class Subjects {

    /** Records kept ready for comparison. */
    private static final int KEPT = 1 << 12;

    private static final Subject EMPTY = new Subject(new Object[0][], List.of());

    private final ProfileStore profiles;
    private final Comparer comparer;
    private final int[] numbers = new int[KEPT];
    private final Subject[] subjects = new Subject[KEPT];

    Subjects(ProfileStore profiles, Comparer comparer) {
        this.profiles = profiles;
        this.comparer = comparer;
        Arrays.fill(numbers, -1);
        Arrays.fill(subjects, EMPTY);
    }

    Subject get(int number) {
        int slot = number & KEPT - 1;
        if (numbers[slot] != number) {
            subjects[slot] = comparer.read(profiles.get(number));
            numbers[slot] = number;
        }
        return subjects[slot];
    }
}
