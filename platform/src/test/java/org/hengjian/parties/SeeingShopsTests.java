package org.hengjian.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hengjian.parties.Shop.Sighting;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.tracing.UnifiedSocialCreditCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What intake tells of sellers; fictitious shops on a fictitious platform. */
@OnThePlatform
class SeeingShopsTests {

    private static final String CODE = "91350100M000100Y43"; // valid by its check digit
    private static final String WRONG = "91350100M000100Y44";

    @Autowired
    Shops shops;

    @Autowired
    Subjects subjects;

    @Autowired
    Persons persons;

    @Test
    void a_shop_told_twice_is_one_shop_and_telling_more_fills_gaps() {
        persons.as("shen.zhiyao", () -> {
            var first = shops.seen(new Sighting("集市丁", "", "初见小店", "", null, ""));
            var again = shops.seen(new Sighting("集市丁 ", "", "初见 小店", "https://d.example/1", 330106, ""));

            assertThat(again.id()).isEqualTo(first.id());
            assertThat(first.region()).isNull();
            assertThat(again.region()).isEqualTo(330106);
            assertThat(again.url()).isEqualTo("https://d.example/1");
        });
    }

    @Test
    void a_later_sighting_does_not_contradict_an_earlier_one() {
        persons.as("shen.zhiyao", () -> {
            var first = shops.seen(new Sighting("集市丁", "d-7", "定址小店", "https://d.example/7", 330106, ""));
            var moved = shops.seen(new Sighting("集市丁", "d-7", "改名小店", "https://d.example/8", 330110, ""));

            assertThat(moved).isEqualTo(first);
        });
    }

    @Test
    void many_are_answered_in_the_order_of_the_sightings_and_the_same_one_twice() {
        persons.as("fang.qing", () -> {
            var told = List.of(
                    new Sighting("集市丁", "d-2", "乙店", "", null, ""),
                    new Sighting("集市丁", "d-1", "甲店", "", null, ""),
                    new Sighting("集市丁", "d-2", "乙店", "", null, ""));

            var seen = shops.seen(told);

            assertThat(seen).extracting(Shop::account).containsExactly("d-2", "d-1", "d-2");
            assertThat(seen.get(0)).isEqualTo(seen.get(2));
        });
    }

    @Test
    void a_right_credit_code_ties_the_shop_to_a_subject_that_is_to_be_confirmed() {
        persons.as("shen.zhiyao", () -> {
            var one = shops.seen(new Sighting("集市丁", "d-3", "有照小店", "", 350100, CODE.toLowerCase()));
            var other = shops.seen(new Sighting("集市戊", "e-3", "有照分店", "", 350100, CODE));

            var subject = subjects.byCode(new UnifiedSocialCreditCode(CODE)).orElseThrow();
            assertThat(subject.confirmed()).isFalse();
            assertThat(subject.name()).isEqualTo("有照小店");
            assertThat(shops.ofSubject(subject.id())).contains(one, other);
        });
    }

    @Test
    void a_wrong_credit_code_is_ignored() {
        persons.as("shen.zhiyao", () -> assertThat(shops.seen(
                                new Sighting("集市丁", "d-4", "错码小店", "", null, WRONG))
                        .subject())
                .isNull());
    }

    @Test
    void a_platform_may_tell_of_a_shop_though_it_keeps_no_parties() {
        persons.as("ji.shi", () -> assertThat(shops.seen(new Sighting("集市甲", "d-5", "平台报的店", "", null, "")).id())
                .isPositive());
    }

    @Test
    void a_sighting_without_platform_is_refused() {
        persons.as("shen.zhiyao", () -> assertThatThrownBy(
                        () -> shops.seen(new Sighting(" ", "", "无平台", "", null, "")))
                .isInstanceOf(IllegalArgumentException.class));
    }
}
