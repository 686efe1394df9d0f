package org.hengjian.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hengjian.tables.Row;

/** What a source says of a thing becomes a version of it where it is new or says something else; the rest are duplicates. */
final class Version {

    private Version() {}

    /** The last version of a thing that we have heard. */
    record Known(int version, byte[] hash) {}

    /** What is new or changed, with the version it becomes. */
    record Fresh<T>(T thing, int version, long rowNumber, byte[] hash) {}

    /** Ids, both inclusive. */
    record Span(long from, long to) {}

    /** A row and what was read in it. */
    record Told<T>(Row row, T thing) {}

    /**
     * In the order of their rows; of a thing that is told several times each telling counts against the one before.
     *
     * @param name   by which the source knows a thing
     * @param latest what is known, by names
     */
    static <T> List<Fresh<T>> fresh(
            List<Told<T>> told,
            Function<T, String> name,
            Function<T, byte[]> hashing,
            Function<List<String>, Map<String, Known>> latest) {
        var names = told.stream().map(one -> name.apply(one.thing())).distinct().toList();
        var known = new HashMap<>(latest.apply(names));
        var fresh = new ArrayList<Fresh<T>>();
        for (var one : told) {
            String called = name.apply(one.thing());
            byte[] hash = hashing.apply(one.thing());
            var before = known.get(called);
            if (before == null || !Arrays.equals(before.hash(), hash)) {
                int version = before == null ? 1 : before.version() + 1;
                known.put(called, new Known(version, hash));
                fresh.add(new Fresh<>(one.thing(), version, one.row().number(), hash));
            }
        }
        return fresh;
    }
}
