package org.hengjian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a room's tables with {@code -Dhengjian.scale.rows=1000000} rows, as {@code scale/*.sql} of the test resources shares
 * them out, and measures what its lists take and read among them: wall time with the way to the database and back, rows
 * fetched and indexes used as the database counts them. A table that is read as a whole fails the test, by an index too.
 */
@Component
public class AtScale {

    /** Those who look, from one agency to the country; the first is of the largest agency and handles a twentieth of it. */
    public static final List<Viewer> VIEWERS = List.of(
            viewer("officer of the largest agency", 7, 1_000_000, "market", 110_101, Scope.LINE, Role.OFFICER),
            viewer("officer of a small agency", 2_900_105, 1_002_900, "market", 401_009, Scope.LINE, Role.OFFICER),
            viewer("a city's bureau", 11, 1_990_001, "market", 110_100, Scope.LINE, Role.HEAD),
            viewer("a province", 12, 1_990_002, "coordination", 210_000, Scope.ACROSS, Role.ANALYST),
            viewer("the country", 13, 1_990_003, "audit", 100_000, Scope.ACROSS, Role.AUDITOR),
            viewer("procuratorate of the largest region", 14, 3_000_000, "procuratorate", 110_101, Scope.OWN, Role.PROSECUTOR),
            viewer("procuratorate of a small region", 15, 3_002_900, "procuratorate", 401_009, Scope.OWN, Role.PROSECUTOR));

    private static final int TIMES = 40;
    /** A page of each of a province's regions with what belongs to its rows, and no more the more rows there are. */
    public static final long FETCHED_MOST = 12_000;
    /** At ten million some pages read more than at one, what ended between among it (docs/benchmarks.md), but no more than this part. */
    private static final long FETCHED_PART = 160;
    private static final String COUNTED =
            """
            select relname as name, seq_scan as scans, coalesce(idx_tup_fetch, 0) + seq_tup_read as fetched
              from pg_stat_user_tables
             where schemaname = any (:schemas)
            union all
            select indexrelname, idx_scan, 0
              from pg_stat_user_indexes
             where schemaname = any (:schemas)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final DatabaseAddress address;
    private final StringBuilder table = new StringBuilder();
    private final List<String> tooMuch = new ArrayList<>();

    AtScale(JdbcClient jdbc, TransactionTemplate transaction, Viewers viewers, DatabaseAddress address) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.viewers = viewers;
        this.address = address;
    }

    private static Viewer viewer(String name, long person, long agency, String line, int region, Scope scope, Role role) {
        return new Viewer(person, name, agency, name, line, region, scope, Set.of(role));
    }

    public static int rows() {
        return Integer.getInteger("hengjian.scale.rows", 0);
    }

    /**
     * Indexes that nothing rests on are made after the rows, and triggers do not fire: each would double the time. What was
     * filled by an earlier run is left as it is.
     */
    public void fill(String script, List<String> tables, String after) {
        if (isFilled(tables.getFirst())) {
            return;
        }
        var source = new SingleConnectionDataSource(address.url(), address.owner().role(), address.owner().password(), true);
        var owner = JdbcClient.create(source);
        try {
            var indexes = owner.sql(
                            """
                            select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
                              from pg_index i
                             where indrelid = any (cast(:tables as regclass[]))
                               and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                            """)
                    .param("tables", tables.toArray(String[]::new))
                    .query(Index.class)
                    .list();
            owner.sql("set maintenance_work_mem = '1GB'").update();
            indexes.forEach(index -> owner.sql("drop index " + index.name()).update());
            tables.forEach(one -> owner.sql("alter table " + one + " disable trigger user").update());
            var statements = script.isEmpty() ? "" : text(script);
            for (var statement : statements.split(";\n(?=\\S|$)")) {
                if (!statement.isBlank()) {
                    owner.sql(statement).param("rows", (long) rows()).update();
                }
            }
            tables.forEach(one -> owner.sql("alter table " + one + " enable trigger user").update());
            if (!after.isEmpty()) {
                owner.sql(after).update();
            }
            indexes.forEach(index -> owner.sql(index.definition()).update());
            tables.forEach(one -> owner.sql("vacuum analyze " + one).update());
        } finally {
            source.destroy();
        }
    }

    /** The smallest table has more than a hundredth of the rows; the tests' own are few. */
    private boolean isFilled(String table) {
        var source = new SingleConnectionDataSource(address.url(), address.owner().role(), address.owner().password(), true);
        try {
            return JdbcClient.create(source)
                            .sql("select count(*) from (select from " + table + " limit :most) as few")
                            .param("most", rows() / 100)
                            .query(Long.class)
                            .single()
                    == rows() / 100;
        } finally {
            source.destroy();
        }
    }

    private record Index(String name, String definition) {}

    private static String text(String script) {
        try (var in = new ClassPathResource("scale/" + script).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Count(String name, long scans, long fetched) {}

    /** @param large tables none of which may be read as a whole */
    public void measure(Viewer viewer, String list, List<String> schemas, Set<String> large, Runnable ask) {
        measure(viewer, list, schemas, large, Math.max(FETCHED_MOST, rows() / FETCHED_PART), ask);
    }

    /** @param most rows that may be fetched by indexes: to read all of a table by an index is no better */
    public void measure(Viewer viewer, String list, List<String> schemas, Set<String> large, long most, Runnable ask) {
        ask(viewer, ask);
        var before = counts(schemas);
        var took = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            took.add(ask(viewer, ask) / 1e6);
        }
        var once = counts(schemas);
        ask(viewer, ask);
        var after = counts(schemas);
        took.sort(null);
        long fetched = 0;
        var used = new TreeSet<String>();
        for (var count : after.values()) {
            var earlier = once.getOrDefault(count.name(), new Count(count.name(), 0, 0));
            fetched += count.fetched() - earlier.fetched();
            if (count.fetched() == 0 && count.scans() > earlier.scans()) {
                used.add("`" + count.name() + "`");
            }
        }
        table.append(String.format(
                Locale.ROOT, "| %s | %s | %.1f | %.1f | %,d | %s |%n", viewer.name(), list, took.get(TIMES / 2),
                took.get(TIMES * 95 / 100 - 1), fetched, String.join(", ", used)));
        for (var one : large) {
            if (scans(after, one) > scans(before, one)) {
                tooMuch.add("%s, %s: reads all of %s".formatted(viewer.name(), list, one));
            }
        }
        if (fetched > most) {
            tooMuch.add("%s, %s: fetches %d rows, %d at most".formatted(viewer.name(), list, fetched, most));
        }
    }

    /** Nanoseconds, in a transaction that tells the database to count at its end, not some time later. */
    private long ask(Viewer viewer, Runnable ask) {
        return viewers.as(viewer, () -> Objects.requireNonNull(transaction.execute(_ -> {
            long start = System.nanoTime();
            ask.run();
            long took = System.nanoTime() - start;
            jdbc.sql("select pg_stat_force_next_flush()").query((_, _) -> true).list();
            return took;
        })));
    }

    private static long scans(Map<String, Count> counts, String table) {
        return Objects.requireNonNull(counts.get(table), table).scans();
    }

    private TreeMap<String, Count> counts(List<String> schemas) {
        var counts = new TreeMap<String, Count>();
        jdbc.sql(COUNTED)
                .param("schemas", schemas.toArray(String[]::new))
                .query(Count.class)
                .list()
                .forEach(count -> counts.put(count.name(), count));
        return counts;
    }

    /** The table first, so that it is there when a list has read too much. */
    public void write(String file) {
        try {
            Files.writeString(
                    Path.of("target", file),
                    "rows " + rows() + "\n\n| who | list | median ms | p95 ms | rows fetched | indexes |\n|---|---|---|---|---|---|\n"
                            + table);
            table.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var said = List.copyOf(tooMuch);
        tooMuch.clear();
        assertThat(said).isEmpty();
    }
}
