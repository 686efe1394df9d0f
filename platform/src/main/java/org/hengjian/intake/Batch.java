package org.hengjian.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file that came in (批次) and how far its reading has got.
 *
 * @param kind what its rows are: that of the source
 * @param total rows of the file below its headings; null until they are counted
 * @param mapping heading of each field
 */
public record Batch(
        long id,
        long source,
        String sourceName,
        Source.Kind kind,
        Channel channel,
        String fileName,
        long fileBytes,
        String fileHash,
        String format,
        List<String> headings,
        Map<String, String> mapping,
        State state,
        @Nullable Long total,
        long received,
        long accepted,
        long rejected,
        long duplicates,
        int attempts,
        String failureZh,
        String failureEn,
        String person,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long agency,
        String line,
        int region) {

    /** How it came. */
    public enum Channel {
        PAGE,
        API,
        FOLDER
    }

    /** Where it stands. */
    public enum State {
        /** Kept; waits for someone to say which column is which. */
        UPLOADED,
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        /** Given up before anything was taken from it. */
        WITHDRAWN;

        /** Whether the reading is still to come or going on. */
        public boolean isOpen() {
            return this == QUEUED || this == RUNNING;
        }
    }

    public Batch {
        if (received != accepted + rejected + duplicates) {
            throw new IllegalArgumentException("batch " + id + ": " + received + " received are not " + accepted + " + "
                    + rejected + " + " + duplicates);
        }
        headings = List.copyOf(headings);
        mapping = Map.copyOf(mapping);
    }

    /** What went wrong and what to do; empty unless {@link State#FAILED}. */
    public String failure(Locale locale) {
        return locale.getLanguage().equals("en") ? failureEn : failureZh;
    }

    /** How much of the file has been read, 0 to 100; 0 as long as the rows are being counted. */
    public int percent() {
        return total == null || total == 0 ? (state == State.DONE ? 100 : 0) : (int) (100 * received / total);
    }
}
