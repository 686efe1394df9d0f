package org.hengjian.imports;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.hengjian.imports.ImportTarget.Fault;
import org.hengjian.imports.ImportTarget.Outcome;
import org.hengjian.shell.NotFound;
import org.hengjian.tables.ColumnMapping;
import org.hengjian.tables.Row;
import org.hengjian.tables.TableReader;
import org.hengjian.tables.Tables;
import org.hengjian.tables.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Receives files, proposes their mapping, runs them on behalf of who sent them, and holds what was not taken. */
@Service
public class Imports {

    /** The largest list of rights that an office sends has some 100,000 rows, 20 MB. */
    static final long BYTES_MOST = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int CHUNK = 500;
    private static final int SAMPLES = 3;
    private static final String COLUMNS =
            """
            id, target, file_name, mapping::text as mapping, state, message, done_row, received, accepted, duplicates,
            rejected, received_at, ended_at
            """;
    private static final String ADD =
            """
            insert into imports.batch (person_id, target, file_name, content, state, received_at)
            values (:person, :target, :fileName, :content, 'UPLOADED', :at)
            returning id
            """;
    private static final String FIND = "select " + COLUMNS + " from imports.batch where id = :id";
    private static final String LATEST = "select " + COLUMNS
            + " from imports.batch where target = :target order by id desc limit 20";
    private static final String CONTENT = "select content from imports.batch where id = :id";
    private static final String START =
            """
            update imports.batch
               set state = 'RUNNING',
                   mapping = :mapping::jsonb
             where id = :id
               and state in ('UPLOADED', 'STOPPED')
            """;
    private static final String COUNT =
            """
            update imports.batch
               set done_row = :doneRow,
                   received = received + :accepted + :duplicates + :rejected,
                   accepted = accepted + :accepted,
                   duplicates = duplicates + :duplicates,
                   rejected = rejected + :rejected
             where id = :id
            """;
    private static final String END =
            "update imports.batch set state = :state, message = :message, ended_at = :at where id = :id";
    private static final String WITHDRAW =
            """
            update imports.batch
               set state = 'WITHDRAWN',
                   content = '',
                   ended_at = :at
             where id = :id
               and state = 'UPLOADED'
            """;
    private static final String STOPPED = "update imports.batch set state = 'STOPPED' where state = 'RUNNING'";
    private static final String REJECT =
            """
            insert into imports.reject (batch_id, person_id, row, faults, cells)
            values (:batch, :person, :row, :faults::jsonb, :cells::jsonb)
            on conflict do nothing
            """;
    private static final String REJECTS =
            """
            select row, faults::text as faults, cells::text as cells
              from imports.reject
             where batch_id = :batch
               and row > :after
             order by row
             limit :limit
            """;
    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, ImportTarget> targets;
    // One at a time: a file is minutes of work at most, and the registers are shared.
    private final ExecutorService runner =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import-", 1).factory());

    Imports(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Viewers viewers,
            Audit audit,
            JsonMapper json,
            Clock clock,
            List<ImportTarget> targets) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.viewers = viewers;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.targets = targets.stream()
                .collect(java.util.stream.Collectors.toMap(ImportTarget::name, Function.identity()));
    }

    enum State {
        UPLOADED,
        RUNNING,
        STOPPED,
        DONE,
        FAILED,
        WITHDRAWN
    }

    /** A file and how far it is. */
    record Batch(
            long id,
            String target,
            String fileName,
            String mapping,
            State state,
            String message,
            long doneRow,
            long received,
            long accepted,
            long duplicates,
            long rejected,
            Instant receivedAt,
            @Nullable Instant endedAt) {}

    record Rejection(long row, List<Fault> faults, List<String> cells) {}

    /** @param samples first values of each column */
    record Proposed(List<String> headings, ColumnMapping.Proposal proposal, List<List<String>> samples) {}

    /** What ran when the server stopped goes on when its owner says so. */
    @PostConstruct
    void recover() {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> jdbc.sql(STOPPED).update()));
    }

    @PreDestroy
    void stop() {
        runner.shutdownNow();
    }

    /** @throws Forbidden if the viewer may bring nothing into it */
    ImportTarget target(String name) {
        var target = targets.get(name);
        if (target == null) {
            throw new NotFound("register " + name);
        }
        if (!target.mayImport()) {
            throw new Forbidden("imports." + name);
        }
        return target;
    }

    /** @throws Unreadable if it is no table that we know */
    long receive(String target, String fileName, byte[] content) {
        target(target);
        headings(content);
        var viewer = viewers.require();
        return in(() -> jdbc.sql(ADD)
                .param("person", viewer.person())
                .param("target", target)
                .param("fileName", fileName)
                .param("content", content)
                .param("at", Timestamp.from(Instant.now(clock)))
                .query(Long.class)
                .single());
    }

    Batch find(long id) {
        return in(() -> jdbc.sql(FIND).param("id", id).query(Batch.class).optional())
                .orElseThrow(() -> new NotFound("import " + id));
    }

    List<Batch> latest(String target) {
        return in(() -> jdbc.sql(LATEST).param("target", target).query(Batch.class).list());
    }

    List<Rejection> rejects(long batch, long after, int limit) {
        return in(() -> jdbc.sql(REJECTS)
                .param("batch", batch)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Rejection(
                        row.getLong("row"),
                        json.readValue(row.getString("faults"), FAULTS),
                        json.readValue(row.getString("cells"), CELLS)))
                .list());
    }

    List<String> headings(long id) {
        return headings(content(id));
    }

    Proposed propose(long id) {
        var batch = find(id);
        var target = target(batch.target());
        return read(content(id), reader -> {
            var samples = new ArrayList<List<String>>();
            reader.headings().forEach(_ -> samples.add(new ArrayList<>()));
            for (int i = 0; i < SAMPLES && reader.hasNext(); i++) {
                var cells = reader.next().cells();
                for (int column = 0; column < Math.min(cells.size(), samples.size()); column++) {
                    samples.get(column).add(cells.get(column));
                }
            }
            return new Proposed(reader.headings(), ColumnMapping.propose(reader.headings(), target.fields()), samples);
        });
    }

    /**
     * Puts the file into the queue with that mapping of field to heading.
     *
     * @return required fields that the mapping leaves out; empty when the file runs
     */
    List<String> start(long id, Map<String, String> told) {
        var batch = find(id);
        var target = target(batch.target());
        var missing = target.fields().stream()
                .filter(field -> field.required() && told.getOrDefault(field.name(), "").isEmpty())
                .map(org.hengjian.tables.Field::name)
                .toList();
        if (!missing.isEmpty()) {
            return missing;
        }
        int started = in(() -> jdbc.sql(START)
                .param("id", id)
                .param("mapping", json.writeValueAsString(told))
                .update());
        var viewer = viewers.require();
        if (started == 1) {
            runner.execute(() -> viewers.as(viewer, () -> run(id, target, told, viewer)));
        }
        return List.of();
    }

    /**
     * Gives a file up before anything was taken from it, and drops what was sent; that it was sent stays. Withdrawn twice, it is
     * withdrawn once.
     *
     * @return false where it is too late: rows of it were taken, or are being taken
     * @throws NotFound if the viewer did not send it
     */
    boolean withdraw(long id) {
        target(find(id).target());
        return in(() -> {
            boolean withdrawn = jdbc.sql(WITHDRAW)
                            .param("id", id)
                            .param("at", Timestamp.from(Instant.now(clock)))
                            .update()
                    == 1;
            if (withdrawn) {
                audit.enter(Deed.of("imports.withdraw", "import", Long.toString(id)));
            }
            return withdrawn || find(id).state() == State.WITHDRAWN;
        });
    }

    /** A stopped file goes on behind the last row that was dealt with. */
    void again(long id) {
        start(id, json.readValue(find(id).mapping(), MAPPING));
    }

    private void run(long id, ImportTarget target, Map<String, String> told, Viewer viewer) {
        try {
            var batch = find(id);
            read(content(id), reader -> {
                var mapping = mapping(told, reader.headings());
                var chunk = new ArrayList<Row>();
                while (reader.hasNext()) {
                    var row = reader.next();
                    if (row.number() > batch.doneRow()) {
                        chunk.add(row);
                    }
                    if (chunk.size() == CHUNK) {
                        take(id, target, mapping, chunk, viewer);
                        chunk.clear();
                    }
                }
                if (!chunk.isEmpty()) {
                    take(id, target, mapping, chunk, viewer);
                }
                return true;
            });
            transaction.executeWithoutResult(_ -> {
                target.finished(batch.fileName(), (int) find(id).accepted());
                end(id, State.DONE, "");
            });
        } catch (Unreadable unreadable) {
            transaction.executeWithoutResult(_ -> end(id, State.FAILED, unreadable.message(Locale.CHINESE)));
        } catch (org.springframework.dao.DataAccessException | UncheckedIOException failure) {
            LOG.warn("import {} stopped", id, failure);
            transaction.executeWithoutResult(_ -> end(id, State.STOPPED, ""));
        }
    }

    private void take(long id, ImportTarget target, ColumnMapping mapping, List<Row> chunk, Viewer viewer) {
        transaction.executeWithoutResult(_ -> {
            int accepted = 0;
            int duplicates = 0;
            int rejected = 0;
            for (var row : chunk) {
                switch (outcome(target, mapping, row)) {
                    case Outcome.Accepted() -> accepted++;
                    case Outcome.Duplicate() -> duplicates++;
                    case Outcome.Rejected(var faults) -> {
                        rejected++;
                        reject(id, row, faults, viewer);
                    }
                }
            }
            jdbc.sql(COUNT)
                    .param("id", id)
                    .param("doneRow", chunk.getLast().number())
                    .param("accepted", accepted)
                    .param("duplicates", duplicates)
                    .param("rejected", rejected)
                    .update();
        });
    }

    private static Outcome outcome(ImportTarget target, ColumnMapping mapping, Row row) {
        return switch (row) {
            case Row.Broken broken ->
                new Outcome.Rejected(List.of(new Fault(
                        "",
                        "tables.row." + broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".reason",
                        List.of())));
            case Row.Read read -> {
                var cells = new LinkedHashMap<String, String>();
                mapping.columns().keySet().forEach(field -> cells.put(field, mapping.cell(read, field)));
                yield target.take(cells);
            }
        };
    }

    private void reject(long id, Row row, List<Fault> faults, Viewer viewer) {
        jdbc.sql(REJECT)
                .param("batch", id)
                .param("person", viewer.person())
                .param("row", row.number())
                .param("faults", json.writeValueAsString(faults))
                .param("cells", json.writeValueAsString(row.cells()))
                .update();
    }

    private void end(long id, State state, String message) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.name())
                .param("message", message)
                .param("at", Timestamp.from(Instant.now(clock)))
                .update();
    }

    private static ColumnMapping mapping(Map<String, String> told, List<String> headings) {
        var columns = new LinkedHashMap<String, Integer>();
        told.forEach((field, heading) -> {
            int column = headings.indexOf(heading);
            if (column >= 0) {
                columns.put(field, column);
            }
        });
        return new ColumnMapping(columns);
    }

    private static List<String> headings(byte[] content) {
        return read(content, TableReader::headings);
    }

    private byte[] content(long id) {
        return in(() -> jdbc.sql(CONTENT).param("id", id).query(byte[].class).single());
    }

    /** Files are read from the disk, where a workbook can be read twice. */
    private static <T> T read(byte[] content, Function<TableReader, T> work) {
        Path file = null;
        try {
            file = Files.createTempFile("import-", ".table");
            Files.write(file, content);
            try (var reader = Tables.open(file)) {
                return work.apply(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Optional.ofNullable(file).ifPresent(Imports::discard);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
