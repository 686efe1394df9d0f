package org.hengjian.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.hengjian.access.Forbidden;
import org.hengjian.shell.Conflict;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who an agency was on a day; which one is near a region; what a text says of a region. */
@OnThePlatform
class AgenciesOverTimeTests {

    @Autowired
    Agencies agencies;

    @Autowired
    Regions regions;

    @Autowired
    Register register;

    @Autowired
    Persons persons;

    // 2018 and 2023: plans of the reform of the State Council's institutions.
    @ParameterizedTest
    @CsvSource({
        "market-100000, 2018-04-09, 国家工商行政管理总局",
        "market-100000, 2018-04-10, 国家市场监督管理总局",
        "agriculture-100000, 2018-04-02, 农业部",
        "agriculture-100000, 2018-04-03, 农业农村部",
        "ip-100000, 2020-05-27, 国家知识产权局",
    })
    void a_name_belongs_to_its_day(String code, LocalDate day, String name) {
        persons.as("shen.zhiyao", () -> assertThat(agencies.byCode(code, day))
                .get()
                .extracting(Agencies.Agency::name)
                .isEqualTo(name));
    }

    @Test
    void the_patent_office_stood_under_market_supervision_until_2023() {
        persons.as("shen.zhiyao", () -> {
            assertThat(agencies.byCode("ip-100000", LocalDate.of(2023, 3, 15)).orElseThrow().parent())
                    .isNotNull();
            assertThat(agencies.byCode("ip-100000", LocalDate.of(2023, 3, 16)).orElseThrow().parent())
                    .isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "market, 330106, market-330106",
        "market, 330211, market-330200",
        "market, 440106, market-440000",
        "drug, 330106, drug-330000",
        "bank, 330106, bank-100000",
        "post, 330106, post-330100",
    })
    void the_nearest_agency_is_its_own_or_the_one_above(String line, int region, String code) {
        persons.as("shen.zhiyao", () -> assertThat(agencies.competent(line, region, LocalDate.of(2026, 11, 24)))
                .get()
                .extracting(Agencies.Agency::code)
                .isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "330106, 330106",
        "浙江省杭州市西湖区, 330106",
        "浙江杭州西湖, 330106",
        "浙江 杭州, 330100",
        "杭州, 330100",
        "杭州市, 330100",
        "浙江, 330000",
        "余杭, 330110",
        "北京, 110000",
        "北京市朝阳区, 110105",
        "广西, 450000",
    })
    void a_text_names_a_region(String text, int code) {
        assertThat(regions.named(text)).get().extracting(Regions.Region::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"西湖区", "亚特兰蒂斯", "999999", "''"})
    void a_text_that_names_none_or_several_names_none(String text) {
        assertThat(regions.named(text)).isEmpty();
    }

    @Test
    void a_change_ends_the_record_before_and_leaves_the_past_as_it_was() {
        persons.as("admin", () -> {
            var before = agencies.byCode("forestry-330122", LocalDate.of(2026, 1, 1)).orElseThrow();
            var record = register.history(before.id()).getFirst();
            register.change(before.id(), change(record.version()));

            assertThat(agencies.byCode("forestry-330122", LocalDate.of(2026, 12, 31)).orElseThrow().name())
                    .isEqualTo(before.name());
            assertThat(agencies.byCode("forestry-330122", LocalDate.of(2027, 1, 1)).orElseThrow().name())
                    .isEqualTo("桐庐县林业水利局");

            assertThatThrownBy(() -> register.change(before.id(), change(record.version())))
                    .isInstanceOf(Conflict.class);
        });
    }

    @Test
    void an_officer_changes_no_agency() {
        persons.as("shen.zhiyao", () -> assertThatThrownBy(() -> register.change(1, change(1)))
                .isInstanceOf(Forbidden.class));
    }

    private static Register.Change change(int version) {
        return new Register.Change(
                LocalDate.of(2027, 1, 1), "桐庐县林业水利局", "", "桐林水", "forestry-330100", "forest-seeds", "机构改革", version);
    }
}
