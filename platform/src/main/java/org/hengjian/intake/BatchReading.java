package org.hengjian.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Regions;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;
import org.hengjian.tables.TableReader;
import org.hengjian.tables.Tables;
import org.hengjian.tables.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one batch to its end, or as far as it gets. Each chunk is one transaction that also says how far the file is
 * read, so whoever comes next (after a stop, a crash, a kill) goes on with the row behind it; no row is taken twice or
 * left out.
 */
@Component
class BatchReading {

    /** Rows a transaction: large enough that its commit is cheap, small enough to see the counts move. */
    static final int CHUNK_ROWS = 1_000;

    /** Starts without a chunk in between before we say that it cannot be done. */
    static final int ATTEMPTS_MAX = 5;

    private static final Logger LOG = LoggerFactory.getLogger(BatchReading.class);

    private final BatchTable batches;
    private final SourceTable sources;
    private final ListingTable listings;
    private final ParcelTable parcels;
    private final RejectionTable rejections;
    private final FileStore store;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    BatchReading(
            BatchTable batches,
            SourceTable sources,
            ListingTable listings,
            ParcelTable parcels,
            RejectionTable rejections,
            FileStore store,
            Regions regions,
            TransactionTemplate transaction,
            Viewers viewers,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events,
            MessageSource messages) {
        this.batches = batches;
        this.sources = sources;
        this.listings = listings;
        this.parcels = parcels;
        this.rejections = rejections;
        this.store = store;
        this.regions = regions;
        this.transaction = transaction;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.messages = messages;
    }

    /** Reads until the end, or until {@code stopping} after the chunk in hand. */
    void read(long id, BooleanSupplier stopping) {
        viewers.as(Viewer.machine(), () -> {
            var started = start(id);
            if (started.isEmpty()) {
                return;
            }
            try {
                read(started.get(), stopping);
            } catch (Unreadable unreadable) {
                fail(id, unreadable.message(Locale.CHINESE), unreadable.message(Locale.ENGLISH));
            }
        });
    }

    private Optional<Batch> start(long id) {
        var batch = transaction.execute(_ -> batches.start(id, Instant.now(clock)) ? batches.find(id) : Optional.<Batch>empty());
        if (batch == null || batch.isEmpty()) {
            return Optional.empty();
        }
        if (batch.get().attempts() > ATTEMPTS_MAX) {
            LOG.error("batch {} made no progress in {} attempts and was given up", id, ATTEMPTS_MAX);
            fail(id, "intake.failure.unexpected", "B-" + id);
            return Optional.empty();
        }
        return batch;
    }

    private void read(Batch batch, BooleanSupplier stopping) {
        if (batch.total() == null) {
            long total = count(batch);
            if (total == 0) {
                fail(batch.id(), "intake.failure.no-rows");
                return;
            }
            transaction.executeWithoutResult(_ -> batches.counted(batch.id(), total));
        }
        switch (batch.kind()) {
            case LISTINGS -> {
                var reading = new RowReading(columns(batch), batch.headings(), this::region);
                read(
                        batch,
                        stopping,
                        row -> switch (reading.read(row)) {
                            case RowReading.Outcome.Sound(var offer) -> new Taken<>(row, Optional.of(offer), List.of());
                            case RowReading.Outcome.Faulty(var faults) -> new Taken<>(row, Optional.empty(), faults);
                        },
                        this::keepOffers);
            }
            case PARCELS -> {
                var reading = new ParcelReading(columns(batch), batch.headings(), this::region, LocalDate.now(clock));
                read(
                        batch,
                        stopping,
                        row -> switch (reading.read(row)) {
                            case ParcelReading.Outcome.Sound(var posting) ->
                                new Taken<>(row, Optional.of(posting), List.of());
                            case ParcelReading.Outcome.Faulty(var faults) -> new Taken<>(row, Optional.empty(), faults);
                        },
                        this::keepPostings);
            }
        }
    }

    private static ColumnMapping columns(Batch batch) {
        return Fields.columns(batch.mapping(), batch.headings());
    }

    private Optional<Integer> region(String named) {
        return regions.named(named).map(Regions.Region::code);
    }

    private <T> void read(
            Batch batch,
            BooleanSupplier stopping,
            Function<Row, Taken<T>> reading,
            BiFunction<Batch, List<Taken<T>>, Integer> keeping) {
        try (var opened = open(batch);
                var table = table(opened, batch)) {
            // A thousand rows are passed over in the time that one is stored.
            for (long passed = 0; passed < batch.received() && table.hasNext(); passed++) {
                table.next();
            }
            while (table.hasNext()) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                var taken = nextChunk(table).stream().map(reading).toList();
                transaction.executeWithoutResult(_ -> store(batch, taken, keeping));
            }
        }
        finish(batch.id());
    }

    private FileStore.Opened open(Batch batch) {
        return store.open(batch.fileHash(), batch.kind().namesPersons());
    }

    private static TableReader table(FileStore.Opened opened, Batch batch) {
        return Tables.open(opened.path(), Intake.reading(batch.kind()));
    }

    /** Counted before anything is taken: so the limits hold for all of the file or none, and progress has an end. */
    private long count(Batch batch) {
        try (var opened = open(batch);
                var table = table(opened, batch)) {
            long rows = 0;
            while (table.hasNext()) {
                table.next();
                rows++;
            }
            return rows;
        }
    }

    private static List<Row> nextChunk(TableReader table) {
        var chunk = new ArrayList<Row>(CHUNK_ROWS);
        while (chunk.size() < CHUNK_ROWS && table.hasNext()) {
            chunk.add(table.next());
        }
        return chunk;
    }

    /** What one row came to: something sound, or all that is wrong with it. */
    private record Taken<T>(Row row, Optional<T> sound, List<Fault> faults) {}

    /** @param keeping keeps what says something new, and tells how much that was; the rest are duplicates */
    private <T> void store(Batch batch, List<Taken<T>> taken, BiFunction<Batch, List<Taken<T>>, Integer> keeping) {
        sources.lock(batch.source());
        var rejected = taken.stream()
                .filter(one -> one.sound().isEmpty())
                .map(one -> rejection(batch, one.row(), one.faults()))
                .toList();
        if (!rejected.isEmpty()) {
            rejections.add(batch.id(), rejected);
        }
        int fresh = keeping.apply(batch, taken);
        batches.advance(batch.id(), fresh, rejected.size(), taken.size() - fresh - rejected.size());
    }

    private int keepOffers(Batch batch, List<Taken<Offer>> taken) {
        var fresh = Version.fresh(
                told(taken), Offer::externalId, Offer::hash, names -> listings.latest(batch.source(), names));
        if (!fresh.isEmpty()) {
            var span = listings.add(fresh, batch, Instant.now(clock));
            events.publishEvent(new ListingsAccepted(batch.id(), span.from(), span.to()));
        }
        return fresh.size();
    }

    private int keepPostings(Batch batch, List<Taken<Posting>> taken) {
        var fresh = Version.fresh(
                told(taken),
                posting -> parcels.traceOf(posting.waybill()),
                parcels::hashOf,
                traces -> parcels.latest(batch.source(), traces));
        if (!fresh.isEmpty()) {
            var span = parcels.add(fresh, batch, Instant.now(clock));
            events.publishEvent(new ParcelsAccepted(batch.id(), span.from(), span.to()));
        }
        return fresh.size();
    }

    private static <T> List<Version.Told<T>> told(List<Taken<T>> taken) {
        return taken.stream()
                .flatMap(one -> one.sound().stream().map(sound -> new Version.Told<>(one.row(), sound)))
                .toList();
    }

    /** Of a row that names persons nothing is kept but its number and what is wrong with it. */
    private static RejectionTable.Rejection rejection(Batch batch, Row row, List<Fault> faults) {
        return batch.kind().namesPersons()
                ? new RejectionTable.Rejection(0, row.number(), faults, List.of(), "")
                : new RejectionTable.Rejection(0, row.number(), faults, row.cells(), row.raw());
    }

    private void finish(long id) {
        transaction.executeWithoutResult(_ -> {
            batches.done(id, Instant.now(clock));
            var batch = batches.find(id).orElseThrow();
            audit.enter(Deed.of("intake.complete", "batch", String.valueOf(id))
                    .with(Map.of(
                            "received", batch.received(),
                            "accepted", batch.accepted(),
                            "rejected", batch.rejected(),
                            "duplicates", batch.duplicates())));
        });
    }

    private void fail(long id, String key, Object... arguments) {
        fail(
                id,
                messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE),
                messages.getMessage(key, arguments, Locale.ENGLISH));
    }

    private void fail(long id, String zh, String en) {
        transaction.executeWithoutResult(_ -> {
            batches.fail(id, Instant.now(clock), zh, en);
            audit.enter(Deed.of("intake.fail", "batch", String.valueOf(id)).because(en));
        });
    }
}
