package org.hengjian.goods;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A count of a store (盘点): what should lie at a place, and what was found there.
 *
 * @param place and all places whose name begins so
 * @param end   when it is closed
 */
public record Stocktake(
        long id, int version, String place, String starter, Instant startedAt, Optional<End> end, List<Line> lines) {

    public Stocktake {
        lines = List.copyOf(lines);
    }

    /** 盘点结论. */
    public record End(String person, Instant at, String reason) {}

    /**
     * An item in the count.
     *
     * @param movements how many movements it had when the count took note of it
     * @param elsewhere it was found here, though it should lie elsewhere
     * @param found     empty while nobody has found it
     * @param booked    whether the difference went into the ledger
     */
    public record Line(
            Item item, int movements, Quantity expected, boolean elsewhere, Optional<Quantity> found, boolean booked) {

        /** Whether ledger and store differ; what nobody has found is missing as a whole. */
        public boolean isDifferent() {
            return !found.equals(Optional.of(expected));
        }

        /** Whether the item was moved since the count took note of it. */
        public boolean isOvertaken() {
            return item.balance().movements() != movements;
        }
    }

    public List<Line> differences() {
        return lines.stream().filter(Line::isDifferent).toList();
    }

    public long found() {
        return lines.stream().filter(line -> line.found().isPresent()).count();
    }

    public long missing() {
        return lines.stream().filter(line -> line.found().isEmpty()).count();
    }
}
