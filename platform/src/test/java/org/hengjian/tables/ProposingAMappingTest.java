package org.hengjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProposingAMappingTest {

    private static final List<Field> FIELDS = List.of(
            new Field("id", true, List.of("编号", "商品编号", "商品ID", "序号", "sku")),
            new Field("title", true, List.of("标题", "商品标题", "商品名称", "宝贝标题")),
            new Field("price", false, List.of("价格", "单价", "售价")),
            new Field("seller", false, List.of("店铺", "店铺名称", "卖家", "shop")),
            new Field("sellerCode", false, List.of("统一社会信用代码", "信用代码")));

    @Test
    void chinese_and_english_headings_find_their_fields() {
        assertThat(mapping("商品ID", "商品标题", "价格（元）", "店铺名称", "统一社会信用代码"))
                .isEqualTo(Map.of("id", 0, "title", 1, "price", 2, "seller", 3, "sellerCode", 4));
        assertThat(mapping("Title", "ID", "PRICE", "Shop"))
                .isEqualTo(Map.of("title", 0, "id", 1, "price", 2, "seller", 3));
    }

    @Test
    void the_surest_pair_is_taken_first() {
        var proposal = ColumnMapping.propose(List.of("序号", "商品编号", "店铺信用代码", "店铺", "标题"), FIELDS);

        assertThat(proposal.mapping().columns()).containsEntry("seller", 3).containsEntry("sellerCode", 2);
        assertThat(proposal.matches()).allMatch(match -> match.confidence() <= 1.0 && match.confidence() >= 0.5);
    }

    @Test
    void what_is_missing_and_what_is_left_over_is_said() {
        var proposal = ColumnMapping.propose(List.of("宝贝", "备注", "标题 *"), FIELDS);

        assertThat(proposal.missing()).containsExactly("id");
        assertThat(proposal.mapping().columns()).isEqualTo(Map.of("title", 2));
        assertThat(proposal.unused()).containsExactly(0, 1);
        assertThat(proposal.isSure()).isFalse();
    }

    @Test
    void a_heading_that_means_nothing_of_ours_is_left_alone() {
        assertThat(mapping("温度", "湿度", "remark")).isEmpty();
    }

    private static Map<String, Integer> mapping(String... headings) {
        return ColumnMapping.propose(List.of(headings), FIELDS).mapping().columns();
    }

    @Test
    void where_nobody_is_asked_a_field_that_merely_sounds_alike_is_left_out() {
        var fields = List.of(
                new Field("id", true, List.of("编号")),
                new Field("seller", false, List.of("seller name")),
                new Field("sellerCode", false, List.of("seller code")));

        var proposal = ColumnMapping.propose(List.of("编号", "seller.id", "seller.name"), fields);

        assertThat(proposal.mapping().column("sellerCode")).contains(1);
        assertThat(proposal.unasked(fields).columns()).containsOnlyKeys("id", "seller");
    }
}
