package org.hengjian.bench.processes;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Case after case through Flowable, on a schema of its own in the database that is named: for each step the task is found
 * and completed with what the form of the step asks. Reads from its input how many cases of each client are asked for next, and
 * writes how long each step took.
 */
public final class FlowableCases {

    private static final String SCHEMA = "flowable";

    /** Who takes a step and what its form asks: as the verbs of a case. */
    private record Turn(String task, String person, Map<String, Object> fields) {}

    private static final List<Turn> ROUTE = List.of(
            new Turn("approve", "jiang.lin", Map.of("approved", true)),
            new Turn("record", "shen.zhiyao", Map.of(
                    "record", "INSPECTION", "recordedOn", "2026-09-07", "place", "仓前路8号", "recordText", "现场发现带标卫衣430件。",
                    "witness", "赵小禾")),
            new Turn("finish", "shen.zhiyao", Map.of(
                    "facts", "当事人销售侵犯注册商标专用权的连帽卫衣730件。", "opinion", "建议没收违法所得并处罚款。", "fine", 6_000_000L,
                    "confiscation", 2_100_050L, "basis", "《中华人民共和国商标法》第六十条第二款")),
            new Turn("review", "gu.heng", Map.of("consents", true, "reviewOpinion", "同意处理意见。")),
            new Turn("inform", "jiang.lin", Map.of("hearing", true)),
            new Turn("serve-notice", "shen.zhiyao", Map.of(
                    "noticeWay", "DIRECT", "noticeOn", "2026-09-07", "noticeRecipient", "赵小禾", "noticeNote", "")),
            new Turn("defence", "shen.zhiyao", Map.of("waiver", true, "defenceText", "书面放弃", "answer", "")),
            new Turn("decide", "jiang.lin", Map.of(
                    "result", "PENALTY", "decidedFine", 6_000_000L, "decidedConfiscation", 2_100_050L, "reasons", "情节一般。")),
            new Turn("serve", "shen.zhiyao", Map.of(
                    "decisionWay", "DIRECT", "decisionOn", "2026-09-07", "decisionRecipient", "赵小禾", "decisionNote", "")),
            new Turn("pay", "shen.zhiyao", Map.of("paid", 8_100_050L, "paidOn", "2026-09-07", "receipt", "浙票001")),
            new Turn("propose-closing", "shen.zhiyao", Map.of("outcome", "罚没款已缴清。")),
            new Turn("close", "jiang.lin", Map.of("ground", "")));

    private FlowableCases() {}

    /** Arguments: address of the database, role, password, clients. */
    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[3]);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUrl(arguments[0] + "?currentSchema=" + SCHEMA);
        configuration.setJdbcUsername(arguments[1]);
        configuration.setJdbcPassword(arguments[2]);
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("processes/case.bpmn20.xml").deploy();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var asked = new Scanner(System.in);
            while (asked.hasNextInt()) {
                int count = asked.nextInt();
                var processor = processor(engine);
                long since = System.nanoTime();
                long[] took = all(pool.invokeAll(clients(clients, () -> cases(engine, count))));
                long wall = System.nanoTime() - since;
                var after = processor(engine);
                var said = new StringBuilder("wall " + wall + "\njava " + (after.java() - processor.java()) + "\ndatabase "
                        + (after.database() - processor.database()) + '\n');
                Arrays.stream(took).forEach(one -> said.append("step ").append(one).append('\n'));
                System.out.println(said.append("done"));
            }
        }
        engine.close();
    }

    /** Nanoseconds of this process and of all those of the database, so far. */
    private record Processor(long java, long database) {}

    private static Processor processor(ProcessEngine engine) throws SQLException {
        try (var connection = engine.getProcessEngineConfiguration().getDataSource().getConnection();
                var rows = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            rows.next();
            long server = ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .stream()
                    .flatMap(ProcessHandle::children)
                    .mapToLong(process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                    .sum();
            return new Processor(
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(), server);
        }
    }

    private static List<Callable<long[]>> clients(int count, Callable<long[]> work) {
        return IntStream.range(0, count).mapToObj(client -> work).toList();
    }

    private static long[] all(List<java.util.concurrent.Future<long[]>> parts) throws Exception {
        long[] all = {};
        for (var part : parts) {
            all = LongStream.concat(Arrays.stream(all), Arrays.stream(part.get())).toArray();
        }
        return all;
    }

    /** Nanoseconds of each step; the start of a case is a step too. */
    private static long[] cases(ProcessEngine engine, int count) {
        var took = new long[count * (ROUTE.size() + 1)];
        int n = 0;
        for (int i = 0; i < count; i++) {
            long since = System.nanoTime();
            engine.getIdentityService().setAuthenticatedUserId("shen.zhiyao");
            String process = engine.getRuntimeService()
                    .startProcessInstanceByKey("penalty", proposal())
                    .getId();
            took[n++] = System.nanoTime() - since;
            for (var turn : ROUTE) {
                since = System.nanoTime();
                engine.getIdentityService().setAuthenticatedUserId(turn.person());
                var task = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(process)
                        .singleResult();
                if (!task.getTaskDefinitionKey().equals(turn.task())) {
                    throw new IllegalStateException(turn.task() + " expected, " + task.getTaskDefinitionKey() + " found");
                }
                engine.getTaskService().complete(task.getId(), turn.person(), turn.fields());
                took[n++] = System.nanoTime() - since;
            }
        }
        return took;
    }

    private static Map<String, Object> proposal() {
        var fields = new HashMap<String, Object>();
        fields.put("title", "云岫禾木服饰有限公司涉嫌侵犯注册商标专用权案");
        fields.put("cause", "侵犯注册商标专用权");
        fields.put("act", "销售侵犯注册商标专用权的连帽卫衣");
        fields.put("actFrom", "2026-06-07");
        fields.put("rightName", "衡溪 HENGXI");
        fields.put("source", "INSPECTION");
        fields.put("foundOn", "2026-09-07");
        fields.put("partyName", "云岫禾木服饰有限公司");
        fields.put("partyCode", "91330106MA0HJ00171");
        fields.put("partyAddress", "青石县大坪镇仓前路8号");
        fields.put("turnover", 5_110_000L);
        fields.put("proposalGround", "有证据初步证明存在违法行为，属于本局管辖。");
        return fields;
    }
}
