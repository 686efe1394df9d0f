package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DatabaseAddress;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures, when asked by {@code -Dhengjian.cases.measured=100}, how many steps of cases two clients take in a second, each
 * with its paper, number, document, duties, event, entry and idempotency key; beside them the bare SQL that writes the same
 * rows; and beside both, where {@code hengjian.cases.flowable} names its class path, Flowable on the same database. Skipped
 * otherwise; asserts only what does not depend on the machine. {@code bench/cases} writes down what comes out.
 */
@OnThePlatform
class TransitionsPerSecondTests {

    private static final int CLIENTS = 2;
    private static final int ROUNDS = 2;
    /** Steps of each client before the first that is measured, of either engine: as many as let the compiler come to rest. */
    private static final int WARMING = Integer.getInteger("hengjian.cases.warming", 2600);
    private static final int STEPS = 13;
    /** Papers that are put on file one after another in each case, where no step issues a document. */
    private static final int PAPERS = 12;

    private static final List<String> SCHEMAS = List.of("cases", "audit", "duties", "documents", "events");
    private static final Set<String> DOCUMENTS =
            Set.of("approve", "record", "finish", "review", "inform", "serve-notice", "decide", "serve", "close");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, List<Long>> steps = new ConcurrentHashMap<>();

    @Autowired
    CaseApi api;

    @Autowired
    CaseWork work;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    DatabaseAddress address;

    private record Turn(String who, String step, Map<String, ?> fields) {}

    /** Nanoseconds of the processors. */
    private record Processor(long java, long database) {

        static final Processor NOT_KNOWN = new Processor(0, 0);

        Processor and(Processor other) {
            return new Processor(java + other.java, database + other.database);
        }

        Processor since(Processor before) {
            return new Processor(java - before.java, database - before.database);
        }
    }

    /** Nanoseconds of each step, of all together, and of the processors for them. */
    private record Took(long[] steps, long wall, Processor processor) {

        double perSecond() {
            return steps.length * 1e9 / wall;
        }

        double millis(double share) {
            var sorted = steps.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
        }

        Took and(Took other) {
            return new Took(
                    LongStream.concat(Arrays.stream(steps), Arrays.stream(other.steps)).toArray(), wall + other.wall,
                    processor.and(other.processor));
        }

        static Took nothing() {
            return new Took(new long[0], 0, Processor.NOT_KNOWN);
        }
    }

    @Test
    void steps_in_a_second() throws Exception {
        int measured = Integer.getInteger("hengjian.cases.measured", 0);
        assumeTrue(measured > 0, "asked for by -Dhengjian.cases.measured");
        String flowable = System.getProperty("hengjian.cases.flowable", "");
        var ours = Took.nothing();
        var alone = Took.nothing();
        var bare = Took.nothing();
        var two = Took.nothing();
        var engine = Took.nothing();
        var oursBytes = new TreeMap<String, long[]>();
        long engineBytes = 0;
        try (var pool = Executors.newFixedThreadPool(CLIENTS);
                var owner = owner();
                var peer = flowable.isEmpty() ? null : Flowable.start(flowable, address)) {
            makeBareTables(owner);
            long first = number(owner, "select coalesce(max(id), 0) from cases.case_file");
            run(pool, () -> cases(WARMING / STEPS));
            run(pool, () -> papers(filed(WARMING / PAPERS)));
            replay(first, true);
            steps.clear();
            long last = number(owner, "select max(id) from cases.case_file");
            for (int round = 0; round < ROUNDS; round++) {
                var sizes = sizes(owner, SCHEMAS);
                ours = ours.and(run(pool, () -> cases(measured)));
                grown(sizes, sizes(owner, SCHEMAS)).forEach((table, bytes) -> oursBytes.merge(table, bytes, TransitionsPerSecondTests::sum));
                var files = new ArrayList<List<Long>>();
                for (int client = 0; client < CLIENTS; client++) {
                    files.add(filed(measured));
                }
                var next = new java.util.concurrent.atomic.AtomicInteger();
                alone = alone.and(run(pool, () -> papers(files.get(next.getAndIncrement()))));
                bare = bare.and(replay(last, true));
                two = two.and(replay(last, false));
                if (peer != null) {
                    sizes = sizes(owner, List.of("flowable"));
                    engine = engine.and(peer.round(measured));
                    engineBytes += total(grown(sizes, sizes(owner, List.of("flowable"))));
                }
            }
            long cases = (long) measured * CLIENTS * ROUNDS;
            var report = new StringBuilder("| what | steps/s | p50 ms | p99 ms | processor ms a step | of which Java | KB a case |\n"
                    + "|---|---|---|---|---|---|---|\n");
            row(report, "all steps of Hengjian", ours, total(oursBytes) / (double) cases / 1024);
            row(report, "of these, those that issue no document", without(DOCUMENTS), -1);
            row(report, "steps that issue no document, and nothing else at the time", alone, -1);
            row(report, "bare SQL for the rows of case, paper, entry and key", bare, -1);
            row(report, "bare SQL, one UPDATE and one INSERT", two, -1);
            if (peer != null) {
                row(report, "Flowable, history AUDIT", engine, engineBytes / (double) cases / 1024);
            }
            report.append('\n');
            byStep(report);
            byTable(report, oursBytes, cases);
            Files.writeString(Path.of("target", "cases-transitions.md"), report);
            System.out.println(report);
            assertThat(number(owner, "select count(*) from cases.case_file where state = 'CLOSED' and id > " + last))
                    .isEqualTo(cases);
        }
    }

    /** As if those alone were taken, one after another, by as many clients. */
    private Took without(Set<String> left) {
        long[] took = steps.entrySet().stream()
                .filter(step -> !left.contains(step.getKey()))
                .flatMapToLong(step -> step.getValue().stream().mapToLong(Long::longValue))
                .toArray();
        return new Took(took, LongStream.of(took).sum() / CLIENTS, Processor.NOT_KNOWN); // those of the others went on beside them
    }

    private void byStep(StringBuilder report) {
        report.append("| step | p50 ms | p99 ms |\n|---|---|---|\n");
        new TreeMap<>(steps).forEach((step, took) -> {
            var one = new Took(took.stream().mapToLong(Long::longValue).toArray(), 1, Processor.NOT_KNOWN);
            report.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |%n", step, one.millis(.5), one.millis(.99)));
        });
    }

    private static void row(StringBuilder report, String what, Took took, double kilobytes) {
        report.append(String.format(
                Locale.ROOT, "| %s | %.0f | %.2f | %.2f | %s | %s |%n", what, took.perSecond(), took.millis(.5), took.millis(.99),
                took.processor().equals(Processor.NOT_KNOWN)
                        ? " | "
                        : String.format(
                                Locale.ROOT, "%.2f | %.2f",
                                (took.processor().java() + took.processor().database()) / 1e6 / took.steps().length,
                                took.processor().java() / 1e6 / took.steps().length),
                kilobytes < 0 ? "" : String.format(Locale.ROOT, "%.1f", kilobytes)));
    }

    private Took run(ExecutorService pool, Callable<long[]> work) throws Exception {
        var processor = processor();
        long since = System.nanoTime();
        long[] all = {};
        for (Future<long[]> part : pool.invokeAll(IntStream.range(0, CLIENTS).mapToObj(_ -> work).toList())) {
            all = LongStream.concat(Arrays.stream(all), Arrays.stream(part.get())).toArray();
        }
        long wall = System.nanoTime() - since;
        untilAllIsHeard(); // what listens to the steps is of their cost, and none of what comes next
        return new Took(all, wall, processor().since(processor));
    }

    private void untilAllIsHeard() throws SQLException, InterruptedException {
        try (var owner = owner()) {
            while (number(owner, "select count(*) from events.event_publication") > 0) {
                Thread.sleep(Duration.ofMillis(20));
            }
        }
    }

    /** Of this process and of all those of the database, so far: what a busy machine does not change. */
    private Processor processor() throws SQLException {
        try (var owner = owner()) {
            long server = ProcessHandle.of(number(owner, "select pg_backend_pid()"))
                    .flatMap(ProcessHandle::parent)
                    .stream()
                    .flatMap(ProcessHandle::children)
                    .mapToLong(process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                    .sum();
            return new Processor(
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(), server);
        }
    }

    // Ours.

    private static List<Turn> route(String today) {
        return List.of(
                new Turn(CaseWork.HEAD, "approve", Map.of()),
                new Turn(CaseWork.OFFICER, "record", Map.of(
                        "record", "INSPECTION", "on", today, "place", "仓前路8号", "text", "现场发现带标卫衣430件。", "witness", "赵小禾")),
                new Turn(CaseWork.OFFICER, "finish", Map.of(
                        "facts", "当事人销售侵犯注册商标专用权的连帽卫衣730件。", "opinion", "建议没收违法所得并处罚款。", "fine", "60000",
                        "confiscation", "21000.50", "basis", "《中华人民共和国商标法》第六十条第二款")),
                new Turn(CaseWork.REVIEWER, "review", Map.of("review", "CONSENT", "opinion", "同意处理意见。")),
                new Turn(CaseWork.HEAD, "inform", Map.of("hearing", "true")),
                new Turn(CaseWork.OFFICER, "serve-notice", Map.of("way", "DIRECT", "on", today, "recipient", "赵小禾")),
                new Turn(CaseWork.OFFICER, "defence", Map.of("defence", "WAIVER", "on", today, "text", "书面放弃")),
                new Turn(CaseWork.HEAD, "decide", Map.of(
                        "result", "PENALTY", "fine", "60000", "confiscation", "21000.50", "reasons", "情节一般。")),
                new Turn(CaseWork.OFFICER, "serve", Map.of("way", "DIRECT", "on", today, "recipient", "赵小禾")),
                new Turn(CaseWork.OFFICER, "pay", Map.of("amount", "81000.50", "on", today, "receipt", "浙票001")),
                new Turn(CaseWork.OFFICER, "propose-closing", Map.of("outcome", "罚没款已缴清。")),
                new Turn(CaseWork.HEAD, "close", Map.of()));
    }

    /** Case after case, from the proposal to the closing, as the interface takes them. */
    private long[] cases(int count) {
        String today = work.today().toString();
        var route = route(today);
        var people = new HashMap<String, Viewer>();
        for (String who : List.of(CaseWork.OFFICER, CaseWork.REVIEWER, CaseWork.HEAD)) {
            people.put(who, persons.viewer(who));
        }
        var proposal = Map.ofEntries(
                Map.entry("source", "INSPECTION"), Map.entry("foundOn", today), Map.entry("partyKind", "FIRM"),
                Map.entry("partyName", "云岫禾木服饰有限公司"), Map.entry("partyCode", "91330106MA50F2PGF6"),
                Map.entry("partyAddress", "青石县大坪镇仓前路8号"), Map.entry("personName", "赵小禾"),
                Map.entry("personPhone", "13800000000"), Map.entry("cause", "侵犯注册商标专用权"),
                Map.entry("act", "销售侵犯注册商标专用权的连帽卫衣"), Map.entry("rightName", "衡溪 HENGXI"),
                Map.entry("place", "青石县大坪镇仓前路8号"), Map.entry("actFrom", work.today().minusMonths(3).toString()),
                Map.entry("turnover", "51100"), Map.entry("ground", "有证据初步证明存在违法行为，属于本局管辖。"),
                Map.entry("venueGround", "PLACE_OF_ACT"), Map.entry("venueText", "仓前路8号在本局辖区"),
                Map.entry("officers", List.of(work.id(CaseWork.OFFICER), work.id(CaseWork.SECOND))));
        var took = new long[count * (route.size() + 1)];
        int n = 0;
        for (int i = 0; i < count; i++) {
            long since = System.nanoTime();
            long id = viewers.as(Objects.requireNonNull(people.get(CaseWork.OFFICER)), () -> shown(api.propose(
                    UUID.randomUUID().toString(), JSON.valueToTree(proposal)).getBody()).id());
            took[n] = System.nanoTime() - since;
            told("propose", took[n++]);
            for (int version = 1; version <= route.size(); version++) {
                var turn = route.get(version - 1);
                var fields = new HashMap<String, Object>(turn.fields());
                fields.put("version", version);
                since = System.nanoTime();
                var body = viewers.as(Objects.requireNonNull(people.get(turn.who())), () -> api.take(
                        id, turn.step(), UUID.randomUUID().toString(), JSON.valueToTree(fields)).getBody());
                took[n] = System.nanoTime() - since;
                told(turn.step(), took[n++]);
                assertThat(shown(body).version()).isEqualTo(version + 1);
            }
        }
        return took;
    }

    /** Cases that wait for their papers. */
    private List<Long> filed(int count) {
        return IntStream.range(0, count).mapToObj(_ -> work.filed().docket().id()).toList();
    }

    /** Papers of others, put on file in each of the cases as the interface takes them. */
    private long[] papers(List<Long> files) {
        var officer = persons.viewer(CaseWork.OFFICER);
        var fields = new HashMap<String, Object>(Map.of(
                "record", "OTHER", "on", work.today().toString(), "place", "仓前路8号", "text", "当事人提交进货单据。"));
        var took = new long[files.size() * PAPERS];
        int n = 0;
        for (long id : files) {
            for (int version = 2; version < 2 + PAPERS; version++) {
                fields.put("version", version);
                long since = System.nanoTime();
                var body = viewers.as(officer, () -> api.take(
                        id, "record", UUID.randomUUID().toString(), JSON.valueToTree(fields)).getBody());
                took[n++] = System.nanoTime() - since;
                assertThat(shown(body).version()).isEqualTo(version + 1);
            }
        }
        return took;
    }

    private void told(String step, long took) {
        steps.computeIfAbsent(step, _ -> java.util.Collections.synchronizedList(new ArrayList<>())).add(took);
    }

    private static CaseApi.Shown shown(@org.jspecify.annotations.Nullable Object body) {
        if (body instanceof CaseApi.Shown shown) {
            return shown;
        }
        throw new AssertionError("refused: " + body);
    }

    // Bare SQL.

    private static void makeBareTables(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            for (String table : List.of("cases.case_file", "cases.paper", "cases.answered_request", "audit.entry")) {
                statement.execute("create table bare." + table.replaceAll(".*\\.", "") + " (like " + table
                        + " including defaults including constraints including indexes including identity)");
            }
        }
    }

    /** One row of what a step left. */
    private record Left(long id, int n, List<Object> paper, List<Object> entry) {}

    /** Writes the rows of the cases after that one again, a transaction a step. @param all the entry and the key too */
    private Took replay(long after, boolean all) throws Exception {
        var shares = new ArrayList<List<Left>>();
        try (var owner = owner()) {
            execute(owner, "truncate bare.case_file, bare.paper, bare.answered_request, bare.entry");
            execute(owner, "insert into bare.case_file overriding system value select * from cases.case_file where id > " + after);
            execute(owner, "update bare.case_file set version = 1");
            for (int client = 0; client < CLIENTS; client++) {
                shares.add(left(owner, after, client));
            }
        }
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            long since = System.nanoTime();
            long[] took = {};
            var parts = new ArrayList<Future<long[]>>();
            for (var share : shares) {
                parts.add(pool.submit(() -> write(share, all)));
            }
            for (var part : parts) {
                took = LongStream.concat(Arrays.stream(took), Arrays.stream(part.get())).toArray();
            }
            return new Took(took, System.nanoTime() - since, Processor.NOT_KNOWN); // its connections end with it, and what they took is forgotten
        }
    }

    private static List<Left> left(Connection owner, long after, int client) throws SQLException {
        var left = new ArrayList<Left>();
        try (var rows = owner.createStatement().executeQuery("""
                select p.case_id, p.n, p.kind, p.content::text, p.person, p.name, p.on_day, p.at,
                       e.at, e.day, e.person_id, e.person, e.agency_id, e.line, e.region, e.deed, e.object, e.object_id, e.reason,
                       e.facts::text
                  from cases.paper p
                  join cases.case_file f on f.id = p.case_id
                  join audit.entry e
                    on e.object = 'case'
                   and e.object_id = f.case_number
                   and (e.facts ->> 'paper')::integer = p.n
                 where p.case_id > %d
                   and p.case_id %% %d = %d
                 order by p.case_id, p.n
                """.formatted(after, CLIENTS, client))) {
            while (rows.next()) {
                var paper = new ArrayList<>();
                for (int i = 1; i <= 8; i++) {
                    paper.add(rows.getObject(i));
                }
                var entry = new ArrayList<>();
                for (int i = 9; i <= 20; i++) {
                    entry.add(rows.getObject(i));
                }
                left.add(new Left(rows.getLong(1), rows.getInt(2), paper, entry));
            }
        }
        return left;
    }

    private long[] write(List<Left> share, boolean all) throws SQLException {
        var took = new long[share.size()];
        try (var connection = owner();
                var change = connection.prepareStatement(
                        "update bare.case_file set version = version + 1, state = state, due_on = due_on where id = ? and version = ?");
                var paper = connection.prepareStatement("insert into bare.paper values (?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)");
                var entry = connection.prepareStatement("""
                        insert into bare.entry (at, day, person_id, person, agency_id, line, region, deed, object, object_id, reason, facts)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))
                        """);
                var key = connection.prepareStatement("insert into bare.answered_request values (?, ?, ?, ?, now())")) {
            connection.setAutoCommit(false);
            int n = 0;
            for (var one : share) {
                long since = System.nanoTime();
                change.setLong(1, one.id());
                change.setInt(2, one.n() - 1);
                assertThat(change.executeUpdate()).isEqualTo(1);
                set(paper, one.paper());
                paper.executeUpdate();
                if (all) {
                    set(entry, one.entry());
                    entry.executeUpdate();
                    key.setObject(1, one.entry().get(2), Types.BIGINT);
                    key.setString(2, UUID.randomUUID().toString());
                    key.setBytes(3, new byte[32]);
                    key.setLong(4, one.id());
                    key.executeUpdate();
                }
                connection.commit();
                took[n++] = System.nanoTime() - since;
            }
        }
        return took;
    }

    private static void set(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    /** Flowable in a process of its own, which stays warm between the rounds as ours does. */
    private record Flowable(Process process, BufferedReader says, Writer asks) implements AutoCloseable {

        static Flowable start(String classPath, DatabaseAddress address) throws IOException, SQLException {
            try (var owner = DriverManager.getConnection(address.url(), address.owner().role(), address.owner().password())) {
                execute(owner, "create schema if not exists flowable");
            }
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
                            "org.hengjian.bench.processes.FlowableCases", address.url(), address.owner().role(),
                            address.owner().password(), Integer.toString(CLIENTS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var flowable = new Flowable(process, process.inputReader(), process.outputWriter());
            flowable.round(WARMING / STEPS);
            return flowable;
        }

        Took round(int cases) throws IOException {
            asks.write(cases + "\n");
            asks.flush();
            var said = new HashMap<String, List<Long>>();
            for (String line = says.readLine(); !"done".equals(line); line = says.readLine()) {
                assertThat(line).as("Flowable").isNotNull();
                int space = line.indexOf(' ');
                said.computeIfAbsent(line.substring(0, space), _ -> new ArrayList<>()).add(Long.parseLong(line.substring(space + 1)));
            }
            return new Took(
                    all(said, "step").toArray(), all(said, "wall").sum(),
                    new Processor(all(said, "java").sum(), all(said, "database").sum()));
        }

        private static LongStream all(Map<String, List<Long>> said, String what) {
            return said.getOrDefault(what, List.of()).stream().mapToLong(Long::longValue);
        }

        @Override
        public void close() throws IOException {
            asks.close(); // it ends with what it is asked
            process.onExit().join();
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(address.url(), address.owner().role(), address.owner().password());
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Bytes of each table: its rows, its indexes. */
    private static Map<String, long[]> sizes(Connection owner, List<String> schemas) throws SQLException {
        var sizes = new TreeMap<String, long[]>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname || '.' || c.relname, pg_table_size(c.oid), pg_indexes_size(c.oid)
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r'
                           and n.nspname in ('%s')
                        """.formatted(String.join("', '", schemas)))) {
            while (rows.next()) {
                sizes.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)});
            }
        }
        return sizes;
    }

    private static Map<String, long[]> grown(Map<String, long[]> before, Map<String, long[]> after) {
        var grown = new TreeMap<String, long[]>();
        after.forEach((table, bytes) -> {
            long[] was = before.getOrDefault(table, new long[2]);
            grown.put(table, new long[] {bytes[0] - was[0], bytes[1] - was[1]});
        });
        return grown;
    }

    private static long[] sum(long[] one, long[] other) {
        return new long[] {one[0] + other[0], one[1] + other[1]};
    }

    private static long total(Map<String, long[]> tables) {
        return tables.values().stream().mapToLong(bytes -> bytes[0] + bytes[1]).sum();
    }

    private static void byTable(StringBuilder report, Map<String, long[]> tables, long cases) {
        report.append("\n| table | rows, KB a case | indexes, KB a case |\n|---|---|---|\n");
        tables.forEach((table, bytes) -> {
            if (bytes[0] + bytes[1] > 0) {
                report.append(String.format(
                        Locale.ROOT, "| %s | %.1f | %.1f |%n", table, bytes[0] / 1024.0 / cases, bytes[1] / 1024.0 / cases));
            }
        });
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
