package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hengjian.access.Viewers;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often a step goes to the database and back, counted in what the driver sends; time is no measure, since it is another on
 * each machine. Whoever needs more here has a reason and says it.
 */
@OnThePlatform
class MessagesOfAStepTests {

    /** The ticket; the key; the file; row and paper; duties, entry, answer and commit. */
    private static final int MESSAGES = 5;

    /**
     * With a document, moreover: the party's sealed names; the agency; the kind of case; what was worded; the document; and, since
     * the step begins the term of the review, who reviews.
     */
    private static final int WITH_A_DOCUMENT = MESSAGES + 6;

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    CaseApi api;

    @Autowired
    CaseWork work;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Test
    void a_paper_of_others() {
        var filed = work.filed();
        assertThat(messages(filed, "record", Map.of(
                        "record", "OTHER", "on", work.today().toString(), "place", "青石县", "text", "当事人提交进货单据。")))
                .isEqualTo(MESSAGES);
    }

    @Test
    void a_statement_of_the_party() {
        var informed = work.informed();
        assertThat(messages(informed, "defence", Map.of(
                        "defence", "WAIVER", "on", work.today().toString(), "text", "书面放弃")))
                .isEqualTo(MESSAGES);
    }

    @Test
    void a_payment() {
        var served = work.served(0);
        assertThat(messages(served, "pay", Map.of(
                        "amount", "81000.50", "on", work.today().toString(), "receipt", "浙票001")))
                .isEqualTo(MESSAGES);
    }

    @Test
    void findings_with_their_report() {
        var investigating = work.investigating();
        assertThat(messages(investigating, "finish", Map.of(
                        "facts", "当事人销售侵犯注册商标专用权的连帽卫衣730件。", "opinion", "建议处罚款。", "fine", "60000",
                        "confiscation", "21000.50", "basis", "《中华人民共和国商标法》第六十条第二款")))
                .isEqualTo(WITH_A_DOCUMENT);
    }

    private int messages(CaseFile file, String step, Map<String, ?> fields) {
        var all = new HashMap<String, Object>(fields);
        all.put("version", file.docket().version());
        var officer = persons.viewer(CaseWork.OFFICER);
        return messages(() -> viewers.as(officer, () -> {
            var answer = api.take(file.docket().id(), step, UUID.randomUUID().toString(), JSON.valueToTree(all)).getBody();
            assertThat(answer).isInstanceOfSatisfying(
                    CaseApi.Shown.class, shown -> assertThat(shown.version()).isEqualTo(file.docket().version() + 1));
        }));
    }

    /** The driver ends each message to the database with a Sync, and says so. */
    private static int messages(Runnable work) {
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var count = new int[1];
        var thread = Thread.currentThread();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord said) {
                if (Thread.currentThread() == thread && said.getMessage().contains("FE=> Sync")) {
                    count[0]++;
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var before = driver.getLevel();
        boolean passesOn = driver.getUseParentHandlers();
        driver.addHandler(handler);
        driver.setUseParentHandlers(false);
        driver.setLevel(Level.ALL);
        try {
            work.run();
            return count[0];
        } finally {
            driver.setLevel(before);
            driver.setUseParentHandlers(passesOn);
            driver.removeHandler(handler);
        }
    }
}
