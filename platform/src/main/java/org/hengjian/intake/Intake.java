package org.hengjian.intake;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hengjian.access.Role;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.NotFound;
import org.hengjian.shell.Page;
import org.hengjian.tables.Limits;
import org.hengjian.tables.Reading;
import org.hengjian.tables.Tables;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door of intake (数据接入): takes files, says how far they are, and hands their listings to those who listen to
 * {@link ListingsAccepted}.
 */
@Service
public class Intake {

    /** What a listing file may be; larger ones are split by whoever makes them. */
    static final Limits LIMITS = Limits.STANDARD;

    /** Read the same way each time, since a batch goes on where it stopped. */
    static Reading reading(Source.Kind kind) {
        return Reading.STANDARD.within(LIMITS).lookingFor(Fields.of(kind));
    }

    static final int FILE_NAME_CHARS_MAX = 200;
    static final int SOURCE_NAME_CHARS_MAX = 100;
    private static final Role[] TAKERS = {Role.OFFICER, Role.ANALYST, Role.PLATFORM};

    private final SourceTable sources;
    private final BatchTable batches;
    private final ListingTable listings;
    private final RejectionTable rejections;
    private final FileStore store;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;
    private final BatchQueue queue;

    Intake(
            SourceTable sources,
            BatchTable batches,
            ListingTable listings,
            RejectionTable rejections,
            FileStore store,
            TransactionTemplate transaction,
            Viewers viewers,
            Audit audit,
            Clock clock,
            BatchQueue queue) {
        this.sources = sources;
        this.batches = batches;
        this.listings = listings;
        this.rejections = rejections;
        this.store = store;
        this.transaction = transaction;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.queue = queue;
    }

    /**
     * A file at the door.
     *
     * @param mapping heading of each field where the sender says it; empty to find out
     * @param idempotencyKey the sender's own name for this request; null when it has none
     */
    public record Arriving(
            long source,
            Batch.Channel channel,
            String fileName,
            InputStream content,
            Map<String, String> mapping,
            @Nullable String idempotencyKey) {

        public static Arriving of(long source, Batch.Channel channel, String fileName, InputStream content) {
            return new Arriving(source, channel, fileName, content, Map.of(), null);
        }
    }

    /** The agency's source of listings of that code, made with that name when it has none. */
    public Source source(String code, String name) {
        return source(code, name, Source.Kind.LISTINGS);
    }

    private Source source(String code, String name, Source.Kind kind) {
        var viewer = viewers.require("intake.source", TAKERS);
        return Objects.requireNonNull(transaction.execute(_ -> sources.of(viewer.agency(), code)
                .orElseGet(() -> {
                    long id = sources.add(code, name, kind, Instant.now(clock), viewer);
                    audit.enter(Deed.of("intake.source", "source", String.valueOf(id)).with(Map.of("code", code, "kind", kind)));
                    return sources.find(id).orElseThrow();
                })));
    }

    /**
     * The agency's source that people or scripts call so, by its code or its name; made when there is none. What is no
     * code by its form gets one from its name's hash.
     */
    public Source sourceCalled(String said) {
        return sourceCalled(said, null);
    }

    /**
     * The same of one kind.
     *
     * @param kind null for whatever it tells; a new one tells listings then
     * @throws OtherKind if a source of that name tells of the other kind
     */
    public Source sourceCalled(String said, Source.@Nullable Kind kind) {
        var found = named(said, Objects.requireNonNullElse(kind, Source.Kind.LISTINGS));
        if (kind != null && found.kind() != kind) {
            throw new OtherKind(found);
        }
        return found;
    }

    private Source named(String said, Source.Kind kind) {
        var name = said.strip();
        if (name.isEmpty() || name.length() > SOURCE_NAME_CHARS_MAX) {
            throw new IllegalArgumentException("a source has a name of 1 to " + SOURCE_NAME_CHARS_MAX + " characters");
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return sources().stream()
                .filter(source -> source.code().equals(lower) || source.name().equals(name))
                .findFirst()
                .orElseGet(() -> source(
                        lower.matches("[a-z0-9][a-z0-9-]{0,40}") ? lower : "s-" + Integer.toHexString(name.hashCode()),
                        name,
                        kind));
    }

    /** The sources of the viewer's agency. */
    public List<Source> sources() {
        return Objects.requireNonNull(
                transaction.execute(_ -> sources.of(viewers.require().agency())));
    }

    /**
     * Asked before a source is made for a file: what is refused leaves no source behind that nothing came from.
     *
     * @throws Unreadable if it is no table
     */
    void requireTable(InputStream content, Source.Kind kind) {
        viewers.require("intake.receive", TAKERS);
        var file = store.keep(content, LIMITS.bytesMax(), kind.namesPersons());
        try (var opened = store.open(file.hash(), kind.namesPersons());
                var table = Tables.open(opened.path(), reading(kind))) {
            table.headings();
        }
    }

    /**
     * Keeps the file on the disk and says yes; the reading follows. Through the page a file whose columns are not sure
     * waits for confirmation, any other way they must be told, remembered or plain.
     *
     * @throws Unreadable if it is no table
     * @throws MappingNeeded if a required field has no column and nobody can be asked
     */
    public Batch receive(Arriving arriving) {
        return receive(arriving, null);
    }

    Batch receive(Arriving arriving, @Nullable String inboxPath) {
        var viewer = viewers.require("intake.receive", TAKERS);
        var source = own(arriving.source(), viewer);
        var key = arriving.idempotencyKey();
        var file = store.keep(arriving.content(), LIMITS.bytesMax(), source.kind().namesPersons());
        var before = key == null ? Optional.<Batch>empty() : byKey(source, key);
        if (before.isPresent()) {
            return same(before.get(), source, file, Objects.requireNonNull(key));
        }
        var arrival = arrival(arriving, source, file, inboxPath);
        try {
            var batch = Objects.requireNonNull(transaction.execute(_ -> add(arrival, viewer)));
            queue.wake();
            return batch;
        } catch (DuplicateKeyException raced) {
            if (key == null) {
                throw raced;
            }
            return same(byKey(source, key).orElseThrow(() -> raced), source, file, key);
        }
    }

    private Source own(long id, Viewer viewer) {
        return Objects.requireNonNull(transaction.execute(_ -> sources.find(id)
                .filter(source -> viewer.isMachine() || source.agency() == viewer.agency())
                .orElseThrow(() -> new NotFound("source " + id))));
    }

    private Optional<Batch> byKey(Source source, String key) {
        return Objects.requireNonNull(transaction.execute(_ -> batches.findByKey(source.agency(), key)));
    }

    private static Batch same(Batch before, Source source, FileStore.Kept file, String key) {
        if (before.source() != source.id() || !before.fileHash().equals(file.hash())) {
            throw new KeyUsedOtherwise(key);
        }
        return before;
    }

    private BatchTable.Arrival arrival(
            Arriving arriving, Source source, FileStore.Kept file, @Nullable String inboxPath) {
        try (var opened = store.open(file.hash(), source.kind().namesPersons());
                var table = Tables.open(opened.path(), reading(source.kind()))) {
            var headings = Fields.distinct(table.headings());
            var proposal = Fields.propose(headings, source.kind());
            var remembered = Fields.remembered(source.mapping(), headings);
            boolean told = !arriving.mapping().isEmpty();
            boolean known = !source.mapping().isEmpty() && remembered.equals(source.mapping());
            boolean ask = arriving.channel() == Batch.Channel.PAGE && !told && !known;
            var proposed = ask ? proposal.mapping() : proposal.unasked(Fields.of(source.kind()));
            var mapping = told ? arriving.mapping() : known ? remembered : Fields.headings(proposed, headings);
            var missing = Fields.missing(source.kind(), mapping, headings);
            if (!ask && !missing.isEmpty()) {
                throw new MappingNeeded(headings, missing);
            }
            return new BatchTable.Arrival(
                    source.id(),
                    arriving.channel(),
                    fileName(arriving.fileName()),
                    file,
                    table.format().kind() + " " + table.format().detail(),
                    headings,
                    mapping,
                    ask ? Batch.State.UPLOADED : Batch.State.QUEUED,
                    arriving.idempotencyKey(),
                    inboxPath);
        }
    }

    /** The last part of a path, as some browsers send one. */
    private static String fileName(String name) {
        var last = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        if (last.isEmpty()) {
            return "-";
        }
        return last.length() <= FILE_NAME_CHARS_MAX ? last : last.substring(last.length() - FILE_NAME_CHARS_MAX);
    }

    private Batch add(BatchTable.Arrival arrival, Viewer viewer) {
        long id = batches.add(arrival, Instant.now(clock), viewer, sources.owner(arrival.source()));
        audit.enter(Deed.of("intake.receive", "batch", String.valueOf(id))
                .with(Map.of("file", arrival.fileName(), "sha256", arrival.file().hash())));
        return batches.find(id).orElseThrow();
    }

    /**
     * Confirms which column is which, remembers it for the source, and lets the reading begin.
     *
     * @throws MappingNeeded if a required field has no column
     */
    public Batch confirm(long id, Map<String, String> mapping) {
        viewers.require("intake.confirm", TAKERS);
        var confirmed = Objects.requireNonNull(transaction.execute(_ -> {
            var batch = batch(id).orElseThrow(() -> new NotFound("batch " + id));
            var missing = Fields.missing(batch.kind(), mapping, batch.headings());
            if (!missing.isEmpty()) {
                throw new MappingNeeded(batch.headings(), missing);
            }
            if (batches.confirm(id, mapping)) {
                sources.remember(batch.source(), mapping);
                audit.enter(Deed.of("intake.confirm", "batch", String.valueOf(id)).with(mapping));
            }
            return batches.find(id).orElseThrow();
        }));
        queue.wake();
        return confirmed;
    }

    /**
     * Gives a file up before anything was taken from it. Withdrawn twice, it is withdrawn once.
     *
     * @return false where it is too late
     */
    public boolean withdraw(long id) {
        viewers.require("intake.withdraw", TAKERS);
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (batches.withdraw(id, Instant.now(clock))) {
                audit.enter(Deed.of("intake.withdraw", "batch", String.valueOf(id)));
                return true;
            }
            return batches.find(id).filter(batch -> batch.state() == Batch.State.WITHDRAWN).isPresent();
        }));
    }

    /** Lets a failed batch go on where it stopped. */
    public void again(long id) {
        viewers.require("intake.again", TAKERS);
        transaction.executeWithoutResult(_ -> {
            if (batches.again(id)) {
                audit.enter(Deed.of("intake.again", "batch", String.valueOf(id)));
            }
        });
        queue.wake();
    }

    public Optional<Batch> batch(long id) {
        return Objects.requireNonNull(transaction.execute(_ -> batches.find(id)));
    }

    Page<Batch> batches(BatchTable.Filter filter, Optional<Cursor> after, int size) {
        return Objects.requireNonNull(transaction.execute(_ -> batches.list(filter, after, size)));
    }

    List<SourceTable.Figures> sourceFigures() {
        return Objects.requireNonNull(transaction.execute(_ -> sources.figures()));
    }

    Page<RejectionTable.Rejection> rejections(long batch, Optional<Cursor> after, int size) {
        return Objects.requireNonNull(transaction.execute(_ -> rejections.list(batch, after, size)));
    }

    /** Why rows were not taken, the most frequent first. */
    List<RejectionTable.Reason> reasons(long batch) {
        return Objects.requireNonNull(transaction.execute(_ -> rejections.reasons(batch)));
    }

    Page<Listing> listingsOf(long batch, Optional<Cursor> after, int size) {
        return Objects.requireNonNull(transaction.execute(_ -> listings.ofBatch(batch, after, size)));
    }

    /** The file as it came, for as long as it is read. */
    FileStore.Opened file(Batch batch) {
        return store.open(batch.fileHash(), batch.kind().namesPersons());
    }

    /** The listings of one chunk, in the order of the file: what {@link ListingsAccepted} speaks of. */
    public List<Listing> listings(long batch, long fromListing, long toListing) {
        return Objects.requireNonNull(
                transaction.execute(_ -> listings.ofChunk(batch, fromListing, toListing)));
    }

    /** The latest that the viewer may see, newest first. */
    public List<Listing> newest(int most) {
        return Objects.requireNonNull(transaction.execute(_ -> listings.newest(most)));
    }

    /** Those of these that the viewer may see, in no order. */
    public List<Listing> listings(List<Long> ids) {
        return Objects.requireNonNull(transaction.execute(_ -> listings.find(ids)));
    }

    public Optional<Listing> listing(long id) {
        return Objects.requireNonNull(transaction.execute(_ -> listings.find(id)));
    }

    /** All versions of an offer, newest first. */
    public List<Listing> history(long source, String externalId) {
        return Objects.requireNonNull(transaction.execute(_ -> listings.history(source, externalId)));
    }
}
