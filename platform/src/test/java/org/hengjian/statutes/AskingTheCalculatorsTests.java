package org.hengjian.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A question of law asked by hand: what comes out, and what is said of wrong input. */
@OnThePlatform
class AskingTheCalculatorsTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    deadline?duty=customs.exofficio.response&start=2026-09-29                                     | 届满日 2026-10-09
                    deadline?duty=procedure.verification&start=2025-01-20&extensions=1                             | 届满日 2025-03-07
                    deadline?duty=procedure.seizure&start=2025-06-03&from0=2025-06-10&to0=2025-06-14&told0=yes     | 届满日 2025-07-08
                    deadline?duty=referral.transfer&start=2026-11-02&time=17:00                                    | 2026-11-03 17:00
                    deadline?duty=procedure.verification&start=2026-12-20                                         | 假日安排未公布，暂定
                    deadline?duty=credit.samr.min-publicity.ordinary&start=2025-08-31                             | 未核对
                    crimes?begun=2025-06-01&role=MAKER&object=GOODS&illegalTurnover=50000&kinds=1                    | 已达到：基本档
                    crimes?begun=2025-06-01&role=MAKER&object=GOODS&illegalTurnover=40000&illegalGain=0&kinds=1      | 为标准的 0.80 倍
                    crimes?begun=2025-06-01&role=SELLER&object=GOODS&sales=21000&unsoldValue=30000&illegalGain=0&kinds=1 | 未达到不等于不移送
                    crimes?begun=2025-06-01&role=SELLER&object=GOODS&sales=0&unsoldValue=0&illegalGain=0&suspicion=yes | 有合理嫌疑，应当移送
                    crimes?crime=213&acts=2&begun=2025-06-01&role=MAKER&object=GOODS&illegalTurnover=30000&kinds=1&begun2=2025-07-01&role2=MAKER&object2=GOODS&illegalTurnover2=20000&kinds2=1 | 非法经营数额50000元
                    crimes?crime=213&acts=2&begun=2025-06-01&role=MAKER&object=GOODS&illegalTurnover=30000&illegalGain=0&kinds=1&begun2=2025-07-01&role2=MAKER&object2=GOODS&illegalTurnover2=20000&illegalGain2=0&kinds2=1&punished2=2025-08-01 | 非法经营数额30000元
                    crimes?crime=213&acts=3&begun=2025-06-01&role=MAKER&object=GOODS&illegalTurnover=50000&kinds=1       | 行为 3
                    crimes?crime=214&begun=2025-06-01&role=SELLER&object=GOODS&illegalGain=20000                         | 销售金额不清楚，标准为50000元
                    penalty?basis=fine.copyright&actOn=2025-05-01&decidedOn=2025-06-01                                   | 违法经营额不清楚
                    penalty?basis=fine.trademark.infringement&actOn=2025-05-01&decidedOn=2025-06-01&illegalTurnover=60000 | 0 – 300,000 元
                    penalty?basis=fine.drug.fake&actOn=2025-05-01&decidedOn=2025-06-01&goodsValue=8000             | 1,500,000 – 3,000,000 元
                    penalty?basis=fine.copyright&actOn=2025-05-01&decidedOn=2025-06-01                             | 不确定
                    competence?right=trademark&product=goods&channel=online&act=330106&seller=440305               | 440305 · 县级
                    """)
    void the_answer_stands_on_the_page_with_its_sentence(String question, String words) {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            var answer = officer.get("/calculators/" + question);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(text(answer.body())).contains(words).contains("hj-law");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    deadline?duty=&start=x                                                     | duty-why
                    deadline?duty=procedure.seizure&start=2025-02-30                           | 不是存在的日期
                    deadline?duty=referral.transfer&start=2026-11-02                           | 按小时计的期限要写钟点
                    deadline?duty=procedure.seizure&start=2025-06-03&from0=2025-06-10&to0=2025-06-09 | 早于前一日期
                    deadline?duty=procedure.seizure&start=2025-06-03&extensions=-1              | 不小于零的整数
                    crimes?begun=2025-06-01&sales=-1                                              | 不小于零的元数
                    crimes?begun=2025-06-01&sales=1.234                                           | 至多两位小数
                    crimes?begun=2025-06-01&acts=2&sales2=5                                       | 必填
                    crimes?begun=2025-06-01&prior=2024-01-01&noPrior=yes                          | 又勾了没有受过处罚
                    crimes?begun=2025-06-01&role=KING                                             | 不在可选之列
                    penalty?basis=x&actOn=2025-06-01                                           | 必填
                    competence?right=trademark&act=33                                          | 不是六位行政区划代码
                    """)
    void what_is_wrong_is_named_and_nothing_is_worked_out(String question, String words) {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            var answer = officer.get("/calculators/" + question);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(text(answer.body())).contains(words).doesNotContain("id=\"answer\"");
        }
    }

    @Test
    void two_versions_and_two_days_stand_side_by_side() {
        try (var officer = Visitor.signedIn(port, "shen.zhiyao")) {
            assertThat(text(officer.get("/statutes/compare?one=shangbiaofa-2019.md&other=shangbiaofa-2026.md")
                            .body()))
                    .contains("第六十条", "第七十四条", "<del>", "<ins>");
            assertThat(text(officer.get("/statutes/two-days?on=2025-04-25&and=2025-04-26")
                            .body()))
                    .contains(
                            "crime.art213.especially-serious",
                            "<ins>",
                            "metric illegalTurnover, at_least 500000, object goods")
                    .doesNotContain("at_least</span>");
            assertThat(text(officer.get("/statutes/two-days?on=2025-06-01&and=2025-06-02&parameter=fine.copyright")
                            .body()))
                    .contains("没有不同");
            assertThat(officer.get("/statutes/compare?one=no.md&other=no.md").statusCode())
                    .isEqualTo(404);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
