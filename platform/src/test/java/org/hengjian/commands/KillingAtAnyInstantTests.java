package org.hengjian.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hengjian.postgres.OwnerConnection;
import org.hengjian.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thousand steps of cases, and goods moved, by several programs at once over HTTP, while the server, a process of its
 * database or its whole database is killed. Every program sends again, with the same key, what it had no answer to. A red
 * run names its seed.
 */
class KillingAtAnyInstantTests {

    private static final int STEPS = 1_000;
    private static final int PROGRAMS = 5;
    private static final int SECONDS_MAX = 180;
    private static final int FAULTS_MOST = 50; // answers that are no answer between two kills, before the run is given up
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OFFICER = "shen.zhiyao";
    private static final String SECOND = "lu.wendi";
    private static final String REVIEWER = "gu.heng";
    private static final String HEAD = "jiang.lin";

    /** What is killed, in this order, each at a number of steps drawn by lot. */
    private enum Blow {
        SERVER,
        PROCESS_OF_DATABASE,
        DATABASE,
        SERVER_AGAIN
    }

    @TempDir
    Path folder;

    private final long seed = Long.getLong("hengjian.seed", System.nanoTime());
    private final Map<String, String> keys = new HashMap<>();
    private final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
    /** What was acknowledged of each case, in order; the first is its proposal. */
    private final Map<Long, List<String>> taken = new ConcurrentHashMap<>();
    private final Queue<Sent> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> sentAgain = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> enough = new CompletableFuture<>();
    /** Done while the server is open; which opening it is. */
    private volatile CompletableFuture<Integer> open = new CompletableFuture<>();
    private volatile int movedBefore;
    private volatile int moved;
    private @Nullable Process server;
    private int port;
    private List<Long> officers = List.of();
    private String today = "";

    private record Turn(String who, String step, Map<String, ?> fields) {}

    private record Sent(String who, String path, String body, String key) {}

    private record Answer(int status, String body) {}

    @AfterEach
    void nothing_stays_behind() throws InterruptedException {
        if (server != null) {
            server.destroy();
            if (!server.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void what_was_acknowledged_is_there_once_whatever_is_killed() throws Exception {
        var random = new Random(seed);
        port = freePort();
        start();
        for (String who : List.of(OFFICER, REVIEWER, HEAD)) {
            keys.put(who, key(who));
        }
        long item;
        try (var owner = OwnerConnection.to(data())) {
            officers = numbers(owner.connection(),
                    "select id from agencies.person where sign_in in ('" + OFFICER + "', '" + SECOND + "') order by id");
            item = numbers(owner.connection(),
                            "select item_id from goods.balance where custody > 100 order by item_id limit 1")
                    .getFirst();
            today = text(owner.connection(), "select (now() at time zone 'Asia/Shanghai')::date");
        }

        try (var pool = Executors.newFixedThreadPool(PROGRAMS + 1)) {
            var programs = new ArrayList<Future<?>>();
            for (int i = 0; i < PROGRAMS; i++) {
                long own = random.nextLong();
                programs.add(pool.submit(() -> takeSteps(new Random(own))));
            }
            programs.add(pool.submit(() -> moveGoods(item)));
            int done = 0;
            for (var blow : Blow.values()) {
                int until = (blow.ordinal() * 4 + 1 + random.nextInt(3)) * STEPS / (4 * Blow.values().length + 2);
                done += count(until - done, programs);
                strike(blow, random);
            }
            count(STEPS - done, programs);
            enough.complete(true);
            for (var program : programs) {
                program.get(SECONDS_MAX, TimeUnit.SECONDS);
            }
        }

        try (var owner = OwnerConnection.to(data())) {
            var database = owner.connection();
            long papers = numbers(database, "select count(*) from cases.paper").getFirst();
            sendSomeAgain(random);
            assertThat(numbers(database, "select count(*) from cases.paper")).as(seeded("papers")).containsExactly(papers);
            everyStepIsThereOnce(database);
            balancesHold(database, item);
            numbersHaveNoGapsAndNoDoubles(database);
            noStepIsWithoutItsEntry(database);
            everyDocumentLiesInTheFolder(database);
        }
        assertThat(sentAgain).as(seeded("requests whose answer was lost")).isNotEmpty();
        var said = Launcher.ofThisRepository().run("audit", "verify", "--data", data().toString());
        assertThat(said.code()).as(seeded(said.out() + said.err())).isZero();
        assertThat(said.out()).startsWith("sound");
    }

    private String seeded(String what) {
        return what + " (-Dhengjian.seed=" + seed + ")";
    }

    // What the programs do.

    private static List<Turn> penalty() {
        int asked = 4; // the place of the paper by which the measure is asked for
        var penalty = Map.of("fine", "60000", "confiscation", "21000.50", "basis", "《商标法》第六十条第二款");
        return List.of(
                new Turn(HEAD, "approve", Map.of()),
                record("INSPECTION"),
                new Turn(OFFICER, "ask-measure", Map.of(
                        "measureKind", "SEIZURE", "place", "仓前路8号", "goods", "连帽卫衣,XL,430,件", "ground", "涉嫌侵权",
                        "measureBasis", "《商标法》第六十二条")),
                new Turn(HEAD, "impose-measure", Map.of("measure", asked)),
                new Turn(OFFICER, "finish", with(penalty, "facts", "销售侵权卫衣730件。", "opinion", "建议处罚。")),
                new Turn(REVIEWER, "review", Map.of("review", "CONSENT", "opinion", "同意。")),
                new Turn(HEAD, "inform", Map.of("hearing", "true")),
                served("serve-notice"),
                new Turn(OFFICER, "defence", Map.of("defence", "WAIVER", "on", "", "text", "书面放弃")),
                new Turn(HEAD, "decide", with(penalty, "result", "PENALTY", "reasons", "情节一般。")),
                served("serve"),
                new Turn(OFFICER, "pay", Map.of("amount", "60000", "on", "", "receipt", "浙票001")),
                new Turn(OFFICER, "pay", Map.of("amount", "21000.50", "on", "", "receipt", "浙票002")),
                new Turn(HEAD, "lift-measure", Map.of("measure", asked, "lifting", "DECIDED")),
                new Turn(OFFICER, "propose-closing", Map.of("outcome", "已缴清。")),
                new Turn(HEAD, "close", Map.of()));
    }

    private static List<Turn> exempt() {
        return List.of(
                new Turn(HEAD, "approve", Map.of()),
                record("INSPECTION"),
                record("QUESTIONING"),
                new Turn(HEAD, "extend", Map.of("ground", "案情复杂")),
                new Turn(OFFICER, "finish", Map.of("facts", "不知道是侵权商品。", "opinion", "建议处罚。")),
                new Turn(REVIEWER, "review", Map.of("review", "RETURN", "opinion", "补充来源。")),
                record("OTHER"),
                new Turn(OFFICER, "finish", Map.of("facts", "不知道，能证明来源。", "opinion", "建议不予处罚。")),
                new Turn(REVIEWER, "review", Map.of("review", "CONSENT", "opinion", "同意。")),
                new Turn(HEAD, "decide", Map.of("result", "EXEMPT", "exemption", "NO_FAULT", "reasons", "无主观过错。")),
                served("serve"),
                new Turn(OFFICER, "propose-closing", Map.of("outcome", "不予处罚。")),
                new Turn(HEAD, "close", Map.of()));
    }

    private static List<Turn> terminated() {
        int commissioned = 4;
        return List.of(
                new Turn(HEAD, "approve", Map.of()),
                record("SAMPLING"),
                new Turn(OFFICER, "commission-testing", Map.of(
                        "testing", "TESTING", "measure", "0", "institution", "省纤检院", "subject", "卫衣3件", "question", "成分",
                        "until", "")),
                new Turn(OFFICER, "end-testing", Map.of("openTesting", commissioned, "on", "", "outcome", "合格")),
                new Turn(OFFICER, "propose-termination", Map.of("termination", "ENTITY_ENDED", "text", "已注销。")),
                new Turn(HEAD, "terminate", Map.of()),
                new Turn(OFFICER, "propose-closing", Map.of("outcome", "终止调查。")),
                new Turn(HEAD, "close", Map.of()));
    }

    private static Turn record(String kind) {
        return new Turn(OFFICER, "record", Map.of("record", kind, "on", "", "text", "现场有带标商品。", "witness", "赵小禾"));
    }

    private static Turn served(String step) {
        return new Turn(OFFICER, step, Map.of("way", "DIRECT", "on", "", "recipient", "赵小禾"));
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** Case after case, each from its proposal to its end. */
    private @Nullable Object takeSteps(Random random) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            while (!enough.isDone()) {
                var route = switch (random.nextInt(6)) {
                    case 0 -> exempt();
                    case 1 -> terminated();
                    case 2 -> List.of(new Turn(HEAD, "refuse", Map.of("refusal", "MINOR", "ground", "轻微")));
                    default -> penalty();
                };
                var proposed = ask(http, OFFICER, "", Map.ofEntries(
                        Map.entry("source", "INSPECTION"), Map.entry("foundOn", today), Map.entry("partyKind", "FIRM"),
                        Map.entry("partyName", "云岫禾木服饰有限公司"), Map.entry("partyAddress", "仓前路8号"),
                        Map.entry("personName", "赵小禾"), Map.entry("cause", "侵犯注册商标专用权"), Map.entry("act", "销售侵权卫衣"),
                        Map.entry("place", "仓前路8号"), Map.entry("actFrom", LocalDate.parse(today).minusDays(30).toString()),
                        Map.entry("ground", "有证据初步证明"), Map.entry("officers", officers),
                        Map.entry("venueGround", "PLACE_OF_ACT"), Map.entry("venueText", "仓前路8号在本局辖区")));
                long id = JSON.readTree(proposed).get("id").asLong();
                var steps = new ArrayList<>(List.of("propose"));
                assertThat(taken.put(id, steps)).as(seeded("case " + id + " was proposed twice")).isNull();
                acknowledged.add(1);
                for (int i = 0; i < route.size() && !enough.isDone(); i++) {
                    var turn = route.get(i);
                    var fields = new LinkedHashMap<String, Object>(turn.fields());
                    fields.replaceAll((name, value) -> name.equals("on") || name.equals("until") ? today : value);
                    fields.put("version", i + 1);
                    var now = JSON.readTree(ask(http, turn.who(), "/" + id + "/" + turn.step(), fields));
                    assertThat(now.get("version").asInt()).as(seeded("version after " + turn.step())).isEqualTo(i + 2);
                    steps.add(turn.step());
                    acknowledged.add(1);
                }
            }
        }
        return null;
    }

    /** A piece is sampled and taken back, over and over. */
    private @Nullable Object moveGoods(long item) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            int before = JSON.readTree(send(http, OFFICER, "GET", "/api/v1/goods/" + item, "", "").body())
                    .get("item").get("movements").asInt();
            movedBefore = before;
            for (int i = 0; !enough.isDone(); i++) {
                String body = JSON.writeValueAsString(Map.of(
                        "movements", before + i, "quantity", "1", "on", today, "counterpart", "省纤检院", "document", "检委1号"));
                until200(http, new Sent(
                        OFFICER, "/api/v1/goods/" + item + (i % 2 == 0 ? "/sample" : "/take-back"), body, UUID.randomUUID().toString()));
                moved = i + 1;
            }
        }
        return null;
    }

    private String ask(HttpClient http, String who, String path, Map<String, ?> fields) throws Exception {
        var sent = new Sent(who, "/api/v1/cases" + path, JSON.writeValueAsString(fields), UUID.randomUUID().toString());
        return until200(http, sent);
    }

    /** Sends until there is an answer, the same request with the same key. */
    private String until200(HttpClient http, Sent sent) throws Exception {
        int faults = 0;
        int seen = open.get(SECONDS_MAX, TimeUnit.SECONDS);
        while (true) {
            String trouble;
            try {
                var answer = send(http, sent.who(), "POST", sent.path(), sent.body(), sent.key());
                if (answer.status() == 200 || answer.status() == 201) {
                    answered.add(sent);
                    return answer.body();
                }
                trouble = answer.status() + " " + answer.body();
                assertThat(answer.status()).as(seeded(sent + " was answered " + trouble)).isNotIn(404, 409, 422);
            } catch (IOException e) {
                trouble = e.toString();
            }
            sentAgain.add(sent.path());
            int now = open.get(SECONDS_MAX, TimeUnit.SECONDS);
            faults = now == seen ? faults + 1 : 0;
            seen = now;
            assertThat(faults).as(seeded("no answer to " + sent + ", last: " + trouble)).isLessThan(FAULTS_MOST);
        }
    }

    private Answer send(HttpClient http, String who, String method, String path, String body, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + keys.get(who))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    private void sendSomeAgain(Random random) throws Exception {
        var all = new ArrayList<>(answered);
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 60; i++) {
                var sent = all.get(random.nextInt(all.size()));
                assertThat(send(http, sent.who(), "POST", sent.path(), sent.body(), sent.key()).status())
                        .as(seeded("sent once more: " + sent))
                        .isIn(200, 201);
            }
        }
    }

    // What is done to them.

    private int count(int steps, List<Future<?>> programs) throws Exception {
        for (int i = 0; i < steps; i++) {
            while (acknowledged.poll(1, TimeUnit.SECONDS) == null) {
                for (var program : programs) {
                    if (program.isDone()) {
                        program.get(); // it ended before its time: say why
                    }
                }
            }
        }
        return Math.max(steps, 0);
    }

    private void strike(Blow blow, Random random) throws Exception {
        int generation = open.get();
        open = new CompletableFuture<>();
        switch (blow) {
            case SERVER, SERVER_AGAIN -> {
                kill();
                start();
            }
            case DATABASE -> {
                postmaster().destroyForcibly();
                postmaster().onExit().get(SECONDS_MAX, TimeUnit.SECONDS);
                kill();
                start();
            }
            case PROCESS_OF_DATABASE -> {
                var processes = postmaster().children().toList();
                processes.get(random.nextInt(processes.size())).destroyForcibly();
                try (var http = HttpClient.newHttpClient()) {
                    while (send(http, OFFICER, "GET", "/api/v1/cases", "", "").status() != 200) {
                        Thread.onSpinWait(); // the database puts itself in order meanwhile
                    }
                }
            }
        }
        open.complete(generation + 1);
    }

    private void kill() throws InterruptedException {
        var process = Objects.requireNonNull(server);
        process.descendants().filter(one -> one.info().command().orElse("").endsWith("/java")).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data().resolve("postgres/postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private void start() throws IOException {
        var process = Launcher.ofThisRepository()
                .builder("demo", "--port", Integer.toString(port), "--data", data().toString())
                .redirectErrorStream(true)
                .start();
        server = process;
        var said = new StringBuilder();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Ctrl-C")) {
                if (!open.isDone() && taken.isEmpty()) {
                    open.complete(0);
                }
                // What it says further on must not fill the pipe.
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IllegalStateException("it ended before it was open:\n" + said);
    }

    private String key(String who) {
        try (var visitor = Visitor.signedIn(port, who)) {
            visitor.post("/me/keys", Map.of("name", "试验"));
            Matcher shown = Pattern.compile("hj_[\\w-]{40,}")
                    .matcher(new String(visitor.get("/me").body(), StandardCharsets.UTF_8));
            assertThat(shown.find()).isTrue();
            return shown.group();
        }
    }

    // What must hold.

    private void everyStepIsThereOnce(Connection database) throws SQLException {
        try (var rows = rows(database, """
                select p.case_id, e.deed
                  from cases.paper p
                  join cases.case_file f on f.id = p.case_id
                  join audit.entry e
                    on e.object = 'case'
                   and ((e.object_id = coalesce(f.case_number, f.proposal_number) and (e.facts ->> 'paper')::integer = p.n)
                        or (p.n = 1 and e.object_id = f.proposal_number and e.deed = 'cases.propose'))
                 order by p.case_id, p.n
                """)) {
            var found = new HashMap<Long, List<String>>();
            while (rows.next()) {
                found.computeIfAbsent(rows.getLong(1), _ -> new ArrayList<>()).add(rows.getString(2).replace("cases.", ""));
            }
            assertThat(taken).as(seeded("cases")).hasSizeGreaterThan(PROGRAMS);
            taken.forEach((id, steps) -> assertThat(found.get(id)).as(seeded("case " + id)).isEqualTo(steps));
        }
        // Nothing but what was acknowledged: a request sent again made no second case.
        var own = numbers(database, "select id from cases.case_file where title = '云岫禾木服饰有限公司涉嫌侵犯注册商标专用权案'"
                + " and proposed_by = " + officers.getFirst() + " and party_code = '' order by id");
        assertThat(own).as(seeded("cases in the database")).containsExactlyElementsOf(new TreeSet<>(taken.keySet()));
        assertThat(numbers(database, """
                select f.id
                  from cases.case_file f
                 where f.version <> (select count(*) from cases.paper p where p.case_id = f.id)
                    or f.version <> (select max(p.n) from cases.paper p where p.case_id = f.id)
                """)).as(seeded("cases whose version is not the number of their papers")).isEmpty();
    }

    private void balancesHold(Connection database, long item) throws SQLException {
        assertThat(numbers(database, """
                select f.id
                  from cases.case_file f
                 where f.paid_fen <> coalesce((select sum((p.content -> 'amount' ->> 'fen')::bigint)
                                                 from cases.paper p
                                                where p.case_id = f.id
                                                  and p.kind = 'Paid'), 0)
                """)).as(seeded("cases whose payments do not add up")).isEmpty();
        assertThat(numbers(database, "select count(*) from cases.paper where kind = 'Paid'").getFirst()).isGreaterThan(10);
        assertThat(numbers(database, """
                select b.item_id
                  from goods.balance b
                  join (select m.item_id, count(*) as movements, max(m.n) as n,
                               sum(case 'CUSTODY' when m.to_account then m.quantity when m.from_account then -m.quantity else 0 end) as custody,
                               sum(case 'SAMPLED' when m.to_account then m.quantity when m.from_account then -m.quantity else 0 end) as sampled
                          from goods.movement m
                         group by m.item_id) s on s.item_id = b.item_id
                 where (b.movements, b.movements, b.custody, b.sampled) <> (s.movements, s.n, s.custody, s.sampled)
                """)).as(seeded("items whose balance is not what was moved")).isEmpty();
        assertThat(moved).as(seeded("movements of goods")).isPositive();
        assertThat(numbers(database, "select movements from goods.balance where item_id = " + item))
                .as(seeded("movements of the item"))
                .containsExactly((long) movedBefore + moved);
    }

    /** Each series from 1 to its last, each number on one paper. */
    private void numbersHaveNoGapsAndNoDoubles(Connection database) throws SQLException {
        var given = new HashMap<String, List<String>>();
        try (var rows = rows(database, """
                select f.agency_id, f.proposal_number, 'proposal of ' || f.id
                  from cases.case_file f
                union all
                select f.agency_id, given.number #>> '{}', p.kind || ' of ' || f.id || ' at ' || p.n
                  from cases.paper p
                  join cases.case_file f on f.id = p.case_id,
                       jsonb_path_query(p.content, 'strict $.**.text ? (@.type() == "string" && @ like_regex "^[^ ]+〔[0-9]{4}〕[0-9]+号$")') as given (number)
                 where p.kind not in ('CourtRuled', 'RemedyBegun')
                """)) {
            while (rows.next()) {
                given.computeIfAbsent(rows.getLong(1) + " " + rows.getString(2), _ -> new ArrayList<>()).add(rows.getString(3));
            }
        }
        given.forEach((number, papers) -> assertThat(new TreeSet<>(papers)).as(seeded(number)).hasSize(1));
        var words = new TreeMap<String, Long>();
        try (var rows = rows(database, """
                select s.agency_id, r.short_name || s.word || '〔' || s.year || '〕', s.word, s.last
                  from documents.series s
                  join agencies.agency_record r
                    on r.agency_id = s.agency_id
                   and r.to_day is null
                 where s.word in ('立', '案', '罚告', '罚', '强制', '解强', '检委')
                """)) {
            while (rows.next()) {
                long last = rows.getLong(4);
                words.merge(rows.getString(3), last, Math::max);
                for (long serial = 1; serial <= last; serial++) {
                    assertThat(given).as(seeded("numbers given")).containsKey(rows.getLong(1) + " " + rows.getString(2) + serial + "号");
                }
                assertThat(given).doesNotContainKey(rows.getLong(1) + " " + rows.getString(2) + (last + 1) + "号");
            }
        }
        assertThat(words).as(seeded("series")).hasSize(7).allSatisfy((_, last) -> assertThat(last).isGreaterThan(1));
    }

    private void noStepIsWithoutItsEntry(Connection database) throws SQLException {
        assertThat(numbers(database, """
                select p.case_id
                  from cases.paper p
                  join cases.case_file f on f.id = p.case_id
                 where (select count(*)
                          from audit.entry e
                         where e.object = 'case'
                           and ((e.object_id = coalesce(f.case_number, f.proposal_number) and (e.facts ->> 'paper')::integer = p.n)
                                or (p.n = 1 and e.object_id = f.proposal_number and e.deed = 'cases.propose'))) <> 1
                """)).as(seeded("papers without one entry of their own")).isEmpty();
        assertThat(numbers(database, """
                select e.id
                  from audit.entry e
                 where e.object = 'case'
                   and e.facts ? 'paper'
                   and not exists (select
                                     from cases.paper p
                                     join cases.case_file f on f.id = p.case_id
                                    where e.object_id = coalesce(f.case_number, f.proposal_number)
                                      and p.n = (e.facts ->> 'paper')::integer)
                """)).as(seeded("entries of steps that are not there")).isEmpty();
    }

    private void everyDocumentLiesInTheFolder(Connection database) throws SQLException {
        try (var rows = rows(database, "select sha256, size from documents.document")) {
            while (rows.next()) {
                String name = HexFormat.of().formatHex(rows.getBytes(1));
                assertThat(data().resolve("documents").resolve(name.substring(0, 2)).resolve(name + ".pdf"))
                        .as(seeded("document"))
                        .hasSize(rows.getLong(2));
            }
        }
    }

    private static ResultSet rows(Connection database, String sql) throws SQLException {
        var statement = database.createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }

    private static List<Long> numbers(Connection database, String sql) throws SQLException {
        try (var rows = rows(database, sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var rows = rows(database, sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
