package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Tracer;
import org.hengjian.tracing.blocking.Keys;
import org.hengjian.tracing.incremental.LiveClusters;
import org.hengjian.tracing.incremental.Shelf;
import org.hengjian.tracing.incremental.Tie;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.Reader;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures, when asked by {@code -Dhengjian.networks.rows=1000000}: one arrival in the database's transaction when so many
 * sellers are there, and what an expansion of a network reads. The sellers that are there are clustered by a
 * batch run of the library and brought in by COPY; those measured arrive one by one. Skipped otherwise; asserts only what does not depend on the machine.
 */
@OnThePlatform
class ArrivingAmongMillionsTests {

    private static final int MEASURED = 2_000;
    private static final int CHUNK = 5_000;

    @Autowired
    SqlShelf shelf;

    @Autowired
    Networks networks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    DatabaseAddress address;

    private final Random random = new Random(7);
    private final List<Entry> waiting = new ArrayList<>();
    private int made;

    @Test
    void one_arrival_does_not_read_the_whole_register() throws IOException, SQLException {
        int rows = Integer.getInteger("hengjian.networks.rows", 0);
        assumeTrue(rows > 0, "asked for by -Dhengjian.networks.rows");
        var owner = new DriverManagerDataSource(
                address.url() + "?reWriteBatchedInserts=true", address.owner().role(), address.owner().password());
        var jdbc = JdbcClient.create(owner);
        long filling = System.nanoTime();
        var report = new StringBuilder();
        if (has(jdbc, "record", rows)) {
            IntStream.range(0, rows).forEach(_ -> next()); // those who follow are as they would have been
        } else {
            fill(rows, owner, report);
        }
        report.append("register filled in %d s%n".formatted((System.nanoTime() - filling) / 1_000_000_000));
        fillNetwork(rows, owner);
        for (var table : List.of("record", "blocking", "tie", "node", "edge")) {
            jdbc.sql("vacuum analyze networks." + table).update();
        }

        report.append("rows %d, filled in %d s%n".formatted(rows, (System.nanoTime() - filling) / 1_000_000_000));
        report.append(sizes(jdbc));
        var spent = new TreeMap<String, long[]>();
        var live = new LiveClusters(SellerModel.MODEL, timed(spent));
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            if (i == MEASURED / 2) {
                spent.clear();
            }
            Entry entry = next();
            long start = System.nanoTime();
            viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
                shelf.alone();
                live.arrive(entry);
                shelf.tell(List.of(entry.id()));
            }));
            nanos[i] = System.nanoTime() - start;
        }
        report.append(said("one arrival, committed", Arrays.copyOfRange(nanos, MEASURED / 2, MEASURED)));
        spent.forEach((what, of) -> report.append(
                "  %-12s %.2f times, %.2f ms an arrival%n".formatted(what, of[1] / (MEASURED / 2.0), of[0] / 1e6 / (MEASURED / 2.0))));
        String plans = plans();
        report.append(plans);
        Path file = Path.of("target", "networks-at-" + rows + ".txt");
        Files.writeString(file, report);
        assertThat(plans).doesNotContainPattern("Seq Scan on (record|blocking|tie|move)");
        long[] looks = new long[300];
        for (int i = 0; i < looks.length; i++) {
            String key = "firm-b" + random.nextInt(rows / 8);
            long start = System.nanoTime();
            Network network = persons.as("shen.zhiyao", () -> networks.of(key, View.PLAIN));
            looks[i] = System.nanoTime() - start;
            assertThat(network.nodes()).hasSizeGreaterThan(1);
        }
        report.append(said("network of a firm, three steps", Arrays.copyOfRange(looks, 100, 300)));
        String plan = viewers.as(persons.viewer("shen.zhiyao"), () -> transaction.execute(_ -> String.join(
                "\n",
                appJdbc.sql("explain (analyze, buffers) " + NodeTable.NEXT)
                        .param("nodes", appJdbc.sql("select id from networks.node where key = any(cast(:keys as text[]))")
                                .param("keys", new String[] {"shop-b1", "shop-b2", "shop-b3", "firm-b1"})
                                .query(Long.class).list().toArray(Long[]::new))
                        .param("most", new Integer[] {24, 24, 24, 24})
                        .param("from", java.time.LocalDate.of(1, 1, 1))
                        .param("to", java.time.LocalDate.of(9999, 12, 31))
                        .param("kinds", View.PLAIN.kindNames().toArray(String[]::new))
                        .param("low", 0)
                        .param("high", 0)
                        .query(String.class)
                        .list())));
        report.append(plan).append('\n');
        Files.writeString(file, report);
        assertThat(plan).doesNotContain("Seq Scan");
    }

    @Autowired
    JdbcClient appJdbc;

    /** The shelf, with the nanoseconds and the number of calls of each question. */
    private Shelf timed(Map<String, long[]> spent) {
        return (Shelf) Proxy.newProxyInstance(Shelf.class.getClassLoader(), new Class<?>[] {Shelf.class}, (_, method, args) -> {
            long start = System.nanoTime();
            Object answer = method.invoke(shelf, args);
            long[] of = spent.computeIfAbsent(
                    method.getName().equals("put") ? "put " + method.getParameterTypes()[0].getSimpleName() : method.getName(),
                    none -> new long[2]);
            of[0] += System.nanoTime() - start;
            of[1]++;
            return answer;
        });
    }

    private static String sizes(JdbcClient jdbc) {
        return jdbc.sql("select string_agg(format('  %s: %s rows, %s with indexes', c.relname, c.reltuples::bigint,"
                        + " pg_size_pretty(pg_total_relation_size(c.oid))), E'\\n' order by c.relname) || E'\\n'"
                        + " from pg_class c where c.relnamespace = 'networks'::regnamespace"
                        + " and c.relname in ('record', 'blocking', 'tie', 'node', 'edge')")
                .query(String.class)
                .single();
    }

    /** Of each question that an arrival asks. */
    private String plans() {
        String[] some = IntStream.range(0, 40).mapToObj(i -> "bench-" + i * 17).toArray(String[]::new);
        Long[] traces = shelf.traces(SellerModel.MODEL.keys().of(new Reader(SellerModel.MODEL.schema()).read(next())));
        return viewers.as(Viewer.machine(), () -> transaction.execute(status -> {
            status.setRollbackOnly();
            var plans = new StringBuilder();
            var statements = new LinkedHashMap<String, String>();
            statements.put("sharing", SqlShelf.SHARING);
            statements.put("profiles", SqlShelf.PROFILES);
            statements.put("together", SqlShelf.TOGETHER);
            statements.put("clusters", SqlShelf.CLUSTERS);
            statements.put("members", SqlShelf.MEMBERS);
            statements.put("formerly", SqlShelf.FORMERLY);
            statements.put("tell", SqlShelf.TELL);
            statements.put("remove", SqlShelf.REMOVE);
            statements.forEach((name, sql) -> plans.append(name).append('\n').append(String.join(
                            "\n",
                            appJdbc.sql("explain (analyze, buffers, costs off, summary off) " + sql)
                                    .param("keys", sql.contains("as bigint[]") ? traces : some)
                                    .param("cluster", "C-bench-17")
                                    .param("start", "bench-17")
                                    .param("key", "bench-17")
                                    .param("most", 200)
                                    .query(String.class)
                                    .list()))
                    .append('\n'));
            return plans.toString();
        }));
    }

    private static String said(String what, long[] nanos) {
        Arrays.sort(nanos);
        return "%s: p50 %.2f ms, p99 %.2f ms, slowest %.1f ms%n".formatted(
                what, nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    /** Operators of one to forty shops who share phones and names; a quarter of the phones is not told. */
    private Entry next() {
        while (waiting.size() < 5_000) {
            String phone = "1" + (3 + random.nextInt(7)) + String.format("%09d", random.nextInt(1_000_000_000));
            String name = name();
            int shops = (int) Math.min(40, Math.pow(1 - random.nextDouble(), -0.75));
            for (int shop = 0; shop < shops; shop++) {
                waiting.add(new Entry(
                        "bench-" + made++,
                        List.of(random.nextInt(3) == 0 ? name() : name, "", "", random.nextInt(4) == 0 ? "" : phone, "", "")));
            }
        }
        int at = random.nextInt(waiting.size());
        Entry drawn = waiting.get(at);
        waiting.set(at, waiting.getLast());
        waiting.removeLast();
        return drawn;
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = random.nextInt(4, 7); i > 0; i--) {
            name.append((char) ('一' + random.nextInt(3_000)));
        }
        return name.toString();
    }

    /**
     * What a batch run of the library computes with the model of the shelf, by bare COPY: keys and ties without their
     * indexes, which are built afterwards. Ties between clusters, which join nothing, are left out.
     */
    private void fill(int rows, DriverManagerDataSource owner, StringBuilder report) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("filling");
        try (var tracer = new Tracer(SellerModel.MODEL, folder);
                var connection = owner.getConnection()) {
            long start = System.nanoTime();
            var batch = new ArrayList<Entry>(CHUNK);
            for (int i = 0; i < rows; i++) {
                batch.add(next());
                if (batch.size() == CHUNK || i + 1 == rows) {
                    tracer.add(batch);
                    batch.clear();
                }
            }
            Clusters clusters = tracer.trace();
            report.append("traced in %d s: %s%n".formatted((System.nanoTime() - start) / 1_000_000_000, clusters.report()));
            List<String> indexes = withoutIndexes(connection, "blocking", "tie");
            long first = number(connection, "select coalesce(max(id), 0) + 1 from networks.record");
            Keys keys = SellerModel.MODEL.keys();
            try (var records = copy(connection, "networks.record (id, key, profile, keys, cluster)")) {
                for (int from = 0; from < rows; from += CHUNK) {
                    for (String line : lines(from, Math.min(rows, from + CHUNK), i -> {
                        Profile profile = clusters.profile(i);
                        String own = Arrays.stream(shelf.traces(keys.of(profile)))
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}"));
                        return (first + i) + "\t" + profile.id() + "\t\\\\x"
                                + HexFormat.of().formatHex(shelf.sealed(profile)) + "\t" + own + "\tC-"
                                + clusters.id(clusters.clusterOf(i)) + "\n";
                    })) {
                        records.write(line.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            run(connection, "select setval(pg_get_serial_sequence('networks.record', 'id'), " + (first + rows) + ")");
            run(connection, "insert into networks.blocking (key, record_id) select distinct own.key, r.id"
                    + " from networks.record r cross join unnest(r.keys) own (key) where r.id >= " + first);
            try (var ties = copy(connection, "networks.tie (source_id, target_id, weight, reasons)")) {
                for (int from = 0; from < rows; from += CHUNK) {
                    for (String line : lines(from, Math.min(rows, from + CHUNK), i -> ties(clusters, first, i))) {
                        ties.write(line.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            for (String index : indexes) {
                run(connection, index);
            }
        }
        Files.deleteIfExists(folder);
    }

    private static String[] lines(int from, int to, IntFunction<String> line) {
        return IntStream.range(from, to).parallel().mapToObj(line).toArray(String[]::new);
    }

    /** Those of a record to records of a higher number; the lower id comes first, as on the shelf. */
    private String ties(Clusters clusters, long first, int record) {
        var lines = new StringBuilder();
        String id = clusters.id(record);
        for (Clusters.Joined link : clusters.linksOf(record)) {
            if (link.other() > record) {
                boolean lower = id.compareTo(clusters.id(link.other())) < 0;
                int source = lower ? record : link.other();
                int target = lower ? link.other() : record;
                var verdict = clusters.explain(source, target);
                String reasons = shelf.reasons(new Tie(clusters.id(source), clusters.id(target), (float) verdict.weight(), verdict.reasons()));
                lines.append(first + source).append('\t').append(first + target).append('\t')
                        .append((float) verdict.weight()).append('\t')
                        .append(reasons.replace("\\", "\\\\")).append('\n');
            }
        }
        return lines.toString();
    }

    private static OutputStream copy(Connection connection, String table) throws SQLException {
        return new BufferedOutputStream(
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy " + table + " from stdin"), 1 << 20);
    }

    /** Drops what would be kept up row by row, and says how to make it again. */
    private static List<String> withoutIndexes(Connection connection, String... tables) throws SQLException {
        run(connection, "set maintenance_work_mem = '1GB'; set work_mem = '512MB'");
        var again = new ArrayList<String>();
        var drop = new ArrayList<String>();
        try (var statement = connection.prepareStatement(
                        """
                        select format('alter table networks.%I drop constraint %I', t.relname, c.conname),
                               format('alter table networks.%I add constraint %I %s', t.relname, c.conname,
                                      pg_get_constraintdef(c.oid))
                          from pg_constraint c
                          join pg_class t on t.oid = c.conrelid
                         where t.relnamespace = 'networks'::regnamespace
                           and t.relname = any (?)
                           and c.contype in ('p', 'f', 'u')
                         union all
                        select format('drop index networks.%I', i.relname), pg_get_indexdef(i.oid)
                          from pg_index x
                          join pg_class i on i.oid = x.indexrelid
                          join pg_class t on t.oid = x.indrelid
                         where t.relnamespace = 'networks'::regnamespace
                           and t.relname = any (?)
                           and not exists (select from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u'))
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", tables));
            statement.setArray(2, connection.createArrayOf("text", tables));
            var found = statement.executeQuery();
            while (found.next()) {
                drop.add(found.getString(1));
                again.add(found.getString(2));
            }
        }
        for (String statement : drop) {
            run(connection, statement);
        }
        return again;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Whether a folder that was kept ({@code -Dhengjian.scale.data}) has as many rows. */
    private static boolean has(JdbcClient jdbc, String table, int rows) {
        return jdbc.sql("select count(*) from networks." + table).query(Long.class).single() >= rows;
    }

    /** A network of so many nodes: to each firm three shops, to each shop a lead or two. */
    private static void fillNetwork(int rows, DriverManagerDataSource owner) throws SQLException {
        int firms = rows / 8;
        int shops = firms * 3;
        int leads = rows / 2;
        var jdbc = JdbcClient.create(owner);
        if (!has(jdbc, "node", firms + shops + leads)) {
            jdbc.sql("insert into networks.node (key, kind, label, day, agency_id, line, region, note)"
                            + " select 'firm-b' || i, 'FIRM', '虚构企业' || i, date '2026-01-01' + i % 300, 0, '', 0, '' from generate_series(0, :n) i")
                    .param("n", firms).update();
            jdbc.sql("insert into networks.node (key, kind, label, day, agency_id, line, region, note)"
                            + " select 'shop-b' || i, 'SHOP', '虚构店铺' || i, date '2026-01-01' + i % 300, 0, '', 0, '集市甲' from generate_series(0, :n) i")
                    .param("n", shops).update();
            jdbc.sql("insert into networks.node (key, kind, label, day, agency_id, line, region, note)"
                            + " select 'lead-b' || i, 'LEAD', 'X-2026-' || i, date '2026-01-01' + i % 300, a.id, 'market', 330106, '虚构商品'"
                            + " from generate_series(0, :n) i join agencies.agency a on a.code = 'market-330106'")
                    .param("n", leads).update();
        }
        if (has(jdbc, "edge", shops + leads)) {
            return;
        }
        try (var connection = owner.getConnection()) {
            var indexes = withoutIndexes(connection, "edge");
            // Without it the joins take a table of ten million for one of a thousand.
            run(connection, "analyze networks.node");
            run(connection, "truncate networks.edge");
            run(connection, "insert into networks.edge (source_id, target_id, what, day, told_by, agency_id, line, region)"
                    + " select f.id, s.id, 'RUNS', s.day, s.key, 0, '', 0 from networks.node s join networks.node f"
                    + " on f.key = 'firm-b' || substr(s.key, 7)::integer / 3 where s.key like 'shop-b%'");
            run(connection, "insert into networks.edge (source_id, target_id, what, day, told_by, agency_id, line, region)"
                    + " select l.id, s.id, 'ABOUT', l.day, l.key, l.agency_id, l.line, l.region from networks.node l join networks.node s"
                    + " on s.key = 'shop-b' || (substr(l.key, 7)::bigint * 7919 % " + shops + ") where l.key like 'lead-b%'");
            for (String index : indexes) {
                run(connection, index);
            }
        }
    }
}
