package org.hengjian.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hengjian.tracing.schema.Column;
import org.hengjian.tracing.schema.Entry;
import org.hengjian.tracing.schema.Kind;
import org.hengjian.tracing.schema.Profile;
import org.hengjian.tracing.schema.Reader;
import org.hengjian.tracing.schema.Schema;
import org.junit.jupiter.api.Test;

class JudgingBeforeAnythingIsLearntTests {

    private static final Schema SCHEMA =
            Schema.of(new Column("店铺名称", Kind.NAME), new Column("电话", Kind.PHONE), new Column("地址", Kind.ADDRESS));

    private final Model model = Model.standard(SCHEMA, 0);

    private static Profile seller(String name, String phone, String address) {
        return new Reader(SCHEMA).read(new Entry("one", List.of(name, phone, address)));
    }

    @Test
    void one_phone_speaks_for_one_seller_and_another_name_against_it() {
        double same = model.weight(seller("衡溪小铺", "13712345670", ""), seller("衡溪小铺", "13712345670", ""));
        double other = model.weight(seller("衡溪小铺", "13712345670", ""), seller("云岫茶行", "13712345670", ""));

        assertThat(same).isGreaterThan(other);
        assertThat(other).isPositive();
    }

    @Test
    void a_name_alone_is_not_enough() {
        assertThat(model.weight(seller("衡溪小铺", "", ""), seller("衡溪小铺", "", ""))).isNegative();
    }

    @Test
    void what_there_are_no_weights_for_is_refused() {
        assertThatThrownBy(() -> Model.standard(Schema.of(new Column("标题", Kind.TEXT)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text");
    }
}
