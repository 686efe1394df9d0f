package org.hengjian.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hengjian.parties.Shops;
import org.hengjian.screening.Right;
import org.hengjian.screening.ShippedRights;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the register tells screening, with the rights of the demonstration. */
@OnThePlatform
class ForScreeningTests {

    @Autowired
    Rights rights;

    @Autowired
    Shops shops;

    @Autowired
    Persons persons;

    @Test
    void a_mark_in_force_is_told_with_its_names_classes_and_todays_sellers() {
        Right hengxi = persons.as("shen.zhiyao", () -> rights.forScreening("trademark:90000001")).orElseThrow();

        assertThat(hengxi.name()).isEqualTo("衡溪");
        assertThat(hengxi.latin()).containsExactly("HENGXI");
        assertThat(hengxi.classes()).containsExactly(25);
        assertThat(hengxi.authorised()).contains("HENGXI旗舰店", "衡溪官方旗舰店").doesNotContain("快步运动");
    }

    @Test
    void a_mark_that_has_ended_is_not_told() {
        persons.as("shen.zhiyao", () -> {
            assertThat(rights.find("trademark:90000004")).isPresent();
            assertThat(rights.forScreening("trademark:90000004")).isEmpty();
            assertThat(rights.forScreening()).noneMatch(right -> right.id().equals("trademark:90000004"));
        });
    }

    @Test
    void the_shipped_names_are_in_the_register_under_their_own_ids_and_say_nothing_else() {
        persons.as("shen.zhiyao", () -> {
            var all = rights.forScreening();

            assertThat(all).extracting(Right::id).doesNotHaveDuplicates();
            assertThat(all).containsAll(ShippedRights.all());
        });
    }

    @Test
    void a_shop_is_authorised_by_itself_or_by_the_firm_that_runs_it_only_within_the_days() {
        persons.as("shen.zhiyao", () -> {
            long flagship = shops.find("集市甲", "jsj-100001", "HENGXI旗舰店").orElseThrow().id();
            long ofTheFirm = shops.find("集市乙", "jsy-20018", "").orElseThrow().id();
            long former = shops.find("集市甲", "jsj-740015", "").orElseThrow().id();
            long stranger = shops.find("集市乙", "jsy-88101", "").orElseThrow().id();
            var mark = "trademark:90000001";
            var day = LocalDate.of(2026, 3, 1);

            assertThat(rights.authorising(mark, flagship, day)).isPresent();
            assertThat(rights.authorising(mark, ofTheFirm, day)).isPresent();
            assertThat(rights.authorising(mark, former, day)).isEmpty();
            assertThat(rights.authorising(mark, former, LocalDate.of(2024, 4, 30))).isPresent();
            assertThat(rights.authorising(mark, former, LocalDate.of(2024, 5, 1))).isEmpty();
            assertThat(rights.authorising(mark, stranger, day)).isEmpty();
        });
    }
}
