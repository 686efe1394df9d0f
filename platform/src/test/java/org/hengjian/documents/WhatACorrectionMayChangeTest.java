package org.hengjian.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.hengjian.law.Law;
import org.hengjian.law.Money;
import org.hengjian.statutes.Provisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen is put right; whatever else would change is a new decision. */
class WhatACorrectionMayChangeTest {

    private static final Correctable.Subject SUBJECT = new Correctable.Subject(
            "杭西市监案〔2026〕1号", "/cases/1", 1, List.of(), List.of(),
            Set.of("云岫禾木服饰有限公司", "91330106MA0HJ00171", "赵小禾"),
            List.of(Money.ofYuan(60_000), Money.ofFen(2_100_050), Money.ZERO),
            List.of("《中华人民共和国商标法》第六十条第二款"),
            List.of("没收侵权连帽卫衣430件"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // passage | wrong | right | what it touches
                "当事人销售连帽卫衣730件。|730件|430件|",
                "合计430件，其中仓库400件、门市20件。|门市20件|门市30件|",
                "现场拍摄照片12章。|照片12章|照片12张|",
                "当事人住青石县大评镇。|大评镇|大坪镇|",
                // towards the record, and away from it
                "云岫禾术服饰有限公司销售卫衣。|云岫禾术|云岫禾木|",
                "云岫禾木服饰有限公司销售卫衣。|云岫禾木|云岫禾术|PARTY",
                "云岫禾木服饰有限公司销售卫衣。|服饰有限公司|服饰公司|PARTY",
                "统一社会信用代码：91330106MA0HJ00171|00171|00172|PARTY",
                "罚款60,000.00元（大写：陆万元整）；|60,000.00|6,000.00|AMOUNT",
                "罚款60,000.00元（大写：陆万元整）；|陆万|柒万|AMOUNT",
                "没收违法所得6万元。|6万元|5万元|AMOUNT",
                "60,000.00|60,000.00|50,000.00|AMOUNT",
                "购进价70元，共计51000元。|51000元|51100元|",
                "购进卫衣。|购进卫衣|购进卫衣，另缴5000元|AMOUNT",
                "依据《中华人民共和国商标去》第六十条第二款。|商标去|商标法|",
                "依据《中华人民共和国商标法》第六十条第二款。|第六十条|第六十一条|BASIS",
                "依据《中华人民共和国商标法》第六十条第二款。|第二款|第一款|BASIS",
                "依据《中华人民共和国商标法》第六十条第二款。|《中华人民共和国商标法》||BASIS",
                "决定给予警告。|警告|警告，并处罚款|SANCTION",
                "没收侵权连帽卫衣430件|430件|340件|SANCTION",
                "当事人行为构成侵权。|行为构成|行为不构成|FINDING",
                "没收侵权连帽卫衣430件|430件|430件及半成品|SANCTION",
                "当事人没有主观过错。|没有主观|有主观|FINDING",
                "当事人不再销售，没有再购进。|不再销售，没有再|不再销售，再|FINDING",
                "行为不构成侵权，构成违约。|不构成侵权，构成违约|构成侵权，不构成违约|FINDING",
                "当事人销售侵权商品。|侵权商品|非侵权商品|FINDING",
                "可以免除处罚。|免除|减轻|FINDING",
                "从免税店购进。|从免税店|从未免税|FINDING",
                "当事人从未来过该店。|从未来过|从来过|FINDING",
                "雨伞以无锡纸包装。|无锡纸|锡纸|FINDING",
                "当事人的行为未经许可。|未经许可|经许可|FINDING",
                // in a name they deny nothing
                "住所：江苏省吴锡市新吴区。|吴锡市|无锡市|",
                "住所：江苏省无锡市新吴区。|江苏省无锡市|江苏省|",
                "不锈刚保温杯12只。|不锈刚|不锈钢|",
                "保温杯12只。|保温杯|不锈钢保温杯|",
                "从免税点购进。|免税点|免税店|",
                "购进地：税店。|税店|免税店|",
                "无防布袋3只。|无防布|无纺布|",
                "产地：菲洲。|菲洲|非洲|",
                "坐落：未央路3号。|未央路|末央路|",
                // what is denied stays denied
                "当事入不再销售卫衣730件。|当事入不再销售卫衣730件|当事人不再销售卫衣430件|",
                "行为不够成侵权。|不够成|不构成|",
                "杭西市监罚〔2026〕1号|1号|2号|RECORDED",
                "罚款60,000.00元，没收卫衣。|60,000.00元，没收|6,000.00元，不没收|AMOUNT;FINDING",
            })
    void what_a_change_touches(String passage, String wrong, String right, String touches) {
        var change = new Change("正文第1段", wrong, right == null ? "" : right);

        var touched = Substance.touchedBy(change, passage, "杭西市监罚〔2026〕1号", SUBJECT);

        assertThat(touched.stream().map(Enum::name)).containsExactlyInAnyOrderElementsOf(
                touches == null ? List.of() : List.of(touches.split(";")));
    }

    @Test
    void every_template_says_how_an_error_in_its_documents_is_mended() throws IOException {
        var rules = new CorrectionRules();
        try (var files = Files.list(Path.of("src/main/resources/documents"))) {
            var kinds = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.substring(0, name.length() - ".html".length()))
                    .toList();
            assertThat(kinds).hasSizeGreaterThan(40).allSatisfy(kind -> assertThat(rules.of(kind)).isNotNull());
        }
    }

    @Test
    void every_ground_quotes_the_law_word_for_word_or_says_that_no_text_was_at_hand() throws IOException {
        var texts = Map.of(
                "行政处罚法", "xingzhengchufafa-2021.md",
                "程序规定", "xingzhengchufa-chengxu-guiding-2022.md",
                "民事诉讼法（参照）", "minshisusongfa-2023.md");
        var law = Law.load();
        for (String language : List.of("", "_en")) {
            var messages = new Properties();
            try (var in = new InputStreamReader(
                    Objects.requireNonNull(getClass().getResourceAsStream("/messages/documents" + language + ".properties")),
                    StandardCharsets.UTF_8)) {
                messages.load(in);
            }
            Provisions.of("documents").all().forEach((code, provision) -> {
                assertThat(messages).as(code).containsKeys("documents.ground." + code, "documents.remedy." + code);
                if (provision.quote().isEmpty()) {
                    assertThat(provision.article()).as(code).isEqualTo("条文未取得");
                } else {
                    assertThat(law.instruments().body(Objects.requireNonNull(texts.get(provision.instrument()), code)))
                            .as(code)
                            .contains(provision.quote());
                }
            });
        }
        assertThat(Provisions.of("documents").all().keySet())
                .containsAll(java.util.Arrays.stream(Substance.values()).map(Enum::name).toList());
    }

    @Test
    void a_page_is_cut_into_pieces_that_say_where_they_stand() {
        var texts = Sheet.of("<html><body><p class=\"agency\">机关</p><h1>决定书</h1><p>第一</p><p class=\"pre\">第 二\n  行</p>"
                        + "<table><tr><th>住所</th><td>仓前路</td></tr></table>"
                        + "<div class=\"sign\"><div>机关</div></div></body></html>")
                .texts();

        assertThat(texts).containsExactly(
                new Passage("标题、编号", "机关"), new Passage("标题、编号", "决定书"), new Passage("正文第1段", "第一"),
                new Passage("正文第2段", "第 二 行"), new Passage("表格", "住所"), new Passage("“住所”栏", "仓前路"),
                new Passage("落款", "机关"));
    }
}
