package org.hengjian.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.rights.Rights;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files as offices send them: good rows go on, the others come back with their reasons. */
@OnThePlatform
class BringingInFilesTests {

    private static final String DIRTY =
            """
            商标注册号,商标名称,国际分类,注册人,统一社会信用代码,专用权起始日,专用权截止日,状态
            第93000001号,脏表一,第25类,虚构甲公司,91350100M000100Y43,2020年1月7日,2030/1/6,有效
            ,脏表二,25,虚构甲公司,,2020-01-07,2030-01-06,有效
            93000003,脏表三,46,虚构甲公司,,2020-01-07,2030-01-06,有效
            93000004,脏表四,25,虚构甲公司,91350100M000100Y44,2020-01-07,2030-01-06,有效
            93000005,脏表五,25,虚构甲公司,,2020-01-07,2019-01-06,大概有效
            93000001,脏表一,25,虚构甲公司,91350100M000100Y43,2020-01-07,2030-01-06,已注册
            93000007,"脏表,七",25|28,虚构甲公司,,,,
            """;

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    Rights rights;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Imports.Batch brought(String who, String target, byte[] content) {
        long id = persons.as(who, () -> {
            long received = imports.receive(target, "试.csv", content);
            Map<String, String> mapping = new LinkedHashMap<>();
            imports.propose(received).proposal().matches().forEach(match -> mapping.put(match.field(), match.heading()));
            assertThat(imports.start(received, mapping)).isEmpty();
            return received;
        });
        await().until(() -> persons.as(who, () -> imports.find(id)).state() == Imports.State.DONE);
        return persons.as(who, () -> imports.find(id));
    }

    @Test
    void a_dirty_file_in_gbk_is_taken_row_by_row_and_adds_up() {
        var batch = brought("shen.zhiyao", "rights", DIRTY.getBytes(Charset.forName("GBK")));

        assertThat(batch.received()).isEqualTo(7);
        assertThat(batch.accepted()).isEqualTo(2);
        assertThat(batch.duplicates()).isEqualTo(1);
        assertThat(batch.rejected()).isEqualTo(4);
        persons.as("shen.zhiyao", () -> {
            assertThat(imports.rejects(batch.id(), 0, 10))
                    .extracting(one -> one.row() + " " + one.faults().getFirst().field())
                    .containsExactly("3 number", "4 classes", "5 holderCode", "6 status");
            assertThat(rights.find("trademark:93000007").orElseThrow().facts().classes()).containsExactly(25, 28);
        });
    }

    @Test
    void the_same_file_twice_adds_nothing() {
        byte[] file = "注册号,名称,类别\n93100001,重复试,25\n".getBytes(StandardCharsets.UTF_8);
        brought("shen.zhiyao", "rights", file);

        var again = brought("lu.wendi", "rights", file);

        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(1);
    }

    @Test
    void a_rights_holder_adds_the_own_and_cannot_overwrite_anothers() {
        var batch = brought("heng.an", "rights", "注册号,名称,类别\n90000101,抢来的,9\n93200001,衡溪新标,25\n".getBytes(StandardCharsets.UTF_8));

        assertThat(batch.accepted()).isEqualTo(1);
        assertThat(batch.rejected()).isEqualTo(1);
        persons.as("heng.an", () -> {
            assertThat(rights.find("trademark:90000101").orElseThrow().facts().name()).isEqualTo("衡盾");
            assertThat(rights.find("trademark:93200001").orElseThrow().facts().holderAgency())
                    .isEqualTo(persons.viewer("heng.an").agency());
        });
    }

    @Test
    void firms_come_in_by_their_credit_code() {
        var batch = brought(
                "shen.zhiyao",
                "parties",
                """
                企业名称,统一社会信用代码,地区,法定代表人
                虚构导入有限公司,91330106MADDDDDD0Y,330106,进口
                虚构错码有限公司,91330106MADDDDDD01,330106,错码
                """
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(batch.accepted()).isEqualTo(1);
        assertThat(batch.rejected()).isEqualTo(1);
    }

    @Test
    void words_come_in_as_drafts_and_add_up() {
        var batch = brought(
                "qin.shan",
                "claims",
                "# 说明\ntext\tkind\tweight\tlanguage\tgroup\tunless\tfrom\tsource\n"
                                .concat("高仿\tcounterfeit-claim\t5\tzh\tfakery\t\t2026-01-01\t公告\n")
                                .concat("导入试货\t仿冒声称\t很重\tzh\tfakery\t\t2026-01-01\t公告\n")
                                .concat("高仿\tcounterfeit-claim\t5\tzh\tfakery\t\t2026-01-01\t公告\n")
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(batch.received()).isEqualTo(3);
        assertThat(batch.accepted()).isEqualTo(1);
        assertThat(batch.duplicates()).isEqualTo(1);
        assertThat(batch.rejected()).isEqualTo(1);
        persons.as("qin.shan", () -> assertThat(imports.rejects(batch.id(), 0, 10))
                .extracting(one -> one.faults().getFirst().field())
                .containsExactly("weight"));
    }

    @Test
    void a_file_is_seen_by_who_sent_it_alone() {
        var batch = brought("shen.zhiyao", "rights", "注册号,名称\n93300001,私有试\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> persons.as("lu.wendi", () -> imports.find(batch.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_file_that_waits_is_withdrawn_once_and_its_content_dropped() {
        byte[] file = "注册号,名称\n93400001,撤回试\n".getBytes(StandardCharsets.UTF_8);
        long id = persons.as("shen.zhiyao", () -> imports.receive("rights", "撤回.csv", file));
        assertThatThrownBy(() -> persons.as("lu.wendi", () -> imports.withdraw(id)))
                .as("sent by another person")
                .isInstanceOf(NotFound.class);

        persons.as("shen.zhiyao", () -> {
            assertThat(imports.withdraw(id)).isTrue();
            assertThat(imports.withdraw(id)).as("twice").isTrue();
            assertThat(imports.find(id).state()).isEqualTo(Imports.State.WITHDRAWN);
            imports.start(id, Map.of("number", "注册号", "name", "名称"));
            assertThat(imports.find(id).state()).as("it does not run any more").isEqualTo(Imports.State.WITHDRAWN);
            assertThat(imports.latest("rights")).extracting(Imports.Batch::id).contains(id);
            assertThat(rights.find("trademark:93400001")).isEmpty();
        });
        assertThat(count("select octet_length(content) from imports.batch where id = :id", id)).isZero();
        assertThat(count("select count(*) from audit.entry where deed = 'imports.withdraw' and object_id = cast(:id as text)", id))
                .isOne();
    }

    private long count(String sql, long id) {
        return viewers.as(Viewer.machine(), () -> transaction.execute(
                _ -> jdbc.sql(sql).param("id", id).query(Long.class).single()));
    }

    @Test
    void what_was_brought_in_is_not_withdrawn_and_the_page_says_so() {
        var batch = brought("shen.zhiyao", "rights", "注册号,名称\n93400002,已导试\n".getBytes(StandardCharsets.UTF_8));

        assertThat(persons.as("shen.zhiyao", () -> imports.withdraw(batch.id()))).isFalse();
        try (var officer = Visitor.signedIn(port, "shen.zhiyao"); var other = Visitor.signedIn(port, "lu.wendi")) {
            assertThat(other.post("/imports/" + batch.id() + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
            officer.post("/imports/" + batch.id() + "/withdraw", Map.of());
            assertThat(new String(officer.get("/imports/" + batch.id()).body(), StandardCharsets.UTF_8)).contains("已开始导入，不能撤回");
            long waiting = persons.as(
                    "shen.zhiyao", () -> imports.receive("rights", "待撤.csv", "注册号\n1\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(new String(officer.get("/imports/" + waiting).body(), StandardCharsets.UTF_8)).contains("不导入这个文件");
            officer.post("/imports/" + waiting + "/withdraw", Map.of());
            assertThat(new String(officer.get("/imports/new?target=rights").body(), StandardCharsets.UTF_8))
                    .contains("未导入 待撤.csv，文件内容已删除", "已撤回");
            assertThat(new String(officer.get("/imports/" + waiting).body(), StandardCharsets.UTF_8))
                    .contains("只留下发送记录")
                    .doesNotContain("不导入这个文件");
        }
    }

    @Test
    void who_keeps_no_rights_brings_none_in() {
        assertThatThrownBy(() -> persons.as(
                        "ding.an", () -> imports.receive("rights", "a.csv", "注册号\n1\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Forbidden.class);
    }
}
