package org.hengjian.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracingAFileOfSellersTests {

    private static final Schema SCHEMA = Schema.of(
            new Column("企业名称", Kind.COMPANY), new Column("手机", Kind.PHONE), new Column("地址", Kind.ADDRESS));

    @TempDir
    private Path folder;

    @Test
    void one_seller_written_in_three_ways_is_one_cluster_and_says_why() {
        try (var tracer = new Tracer(SCHEMA, folder)) {
            tracer.add(new Entry("1", List.of("杭州衡溪服饰有限公司", "138 0013 8123", "浙江省杭州市余杭区莫干山路1418号3幢502室")));
            tracer.add(new Entry("2", List.of("衡溪服飾（杭州）有限责任公司", "+8613800138123", "杭州余杭区莫干山路1418号三幢")));
            tracer.add(new Entry("3", List.of("Hangzhou Hengxi Garment Co., Ltd", "13800138123", "")));
            tracer.add(new Entry("4", List.of("广州市云岫茶叶有限公司", "13922223333", "广东省广州市荔湾区芳村大道10号")));

            Clusters clusters = tracer.trace();

            assertThat(List.of(clusters.clusterOf(0), clusters.clusterOf(1), clusters.clusterOf(2), clusters.clusterOf(3)))
                    .containsExactly(0, 0, 0, 3);
            assertThat(clusters.explain(0, 1).say(Locale.CHINESE)).contains("电话相同 +");
            assertThat(clusters.explain(0, 1).say(Locale.ENGLISH)).contains("phone: same +");
            assertThat(clusters.explain(0, 3).probability()).isLessThan(0.05);
        }
    }

    @Test
    void a_batch_that_is_still_being_read_keeps_its_place_and_its_faults() {
        List<Entry> first = IntStream.range(0, 500)
                .mapToObj(i -> new Entry("a" + i, List.of("杭州衡溪服饰有限公司", "138" + (20_000_000 + i), "")))
                .toList();
        List<Entry> second = List.of(new Entry("b", List.of("广州市云岫茶叶有限公司", "13922223333", "")));
        try (var tracer = new Tracer(SCHEMA, folder)) {
            tracer.add(first);
            tracer.add(second);

            assertThat(tracer.size()).isEqualTo(501);
            Clusters clusters = tracer.trace();
            assertThat(clusters.id(499)).isEqualTo("a499");
            assertThat(clusters.id(500)).isEqualTo("b");

            tracer.add(List.of(new Entry("short of cells", List.of("杭州衡溪服饰有限公司"))));
            assertThatThrownBy(tracer::size).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
