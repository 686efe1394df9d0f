package org.hengjian.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hengjian.screening.Finding;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreeningASiteTest {

    private final SiteScreening sites = SiteScreening.of(
            Screening.shipped()
                    .with(Right.of("tm:1", "衡溪", "HENGXI").withClasses(25).withHolder("衡溪服饰有限公司")),
            List.of("hengxi.example"));

    @Test
    void a_shop_of_fakes_shows_itself_in_four_places() {
        var page = new SitePage("hengxi-outlet.top", "衡溪官方商城", "衡溪卫衣 高仿 一折起 ICP备案号：无", "");

        List<Finding> findings = sites.screen(page);

        assertThat(findings)
                .extracting(Finding::kind)
                .contains(Kind.LOOK_ALIKE_DOMAIN, Kind.UNAUTHORISED_USE, Kind.COUNTERFEIT_CLAIM, Kind.SITE_NO_FILING);
        assertThat(findings)
                .filteredOn(finding -> finding.kind() == Kind.UNAUTHORISED_USE)
                .first()
                .satisfies(finding -> assertThat(page.title().substring(finding.start(), finding.end()))
                        .isEqualTo("衡溪"));
    }

    @Test
    void the_right_holders_own_domain_is_left_alone() {
        assertThat(sites.screen(new SitePage("www.HENGXI.example", "衡溪", "卫衣", "")))
                .isEmpty();
    }

    @Test
    void a_domain_that_the_right_holder_owns_may_bear_its_name() {
        var page = new SitePage("hengxi-tmall.top", "衡溪", "卫衣 浙ICP备12345678号-1", "衡溪服饰有限公司");

        assertThat(sites.screen(page))
                .extracting(Finding::kind)
                .doesNotContain(Kind.UNAUTHORISED_USE, Kind.SITE_NO_FILING);
    }

    @Test
    void a_page_about_nobody_lacks_at_most_its_number() {
        assertThat(sites.screen(new SitePage("flowers.top", "鲜花速递", "同城鲜花", "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.SITE_NO_FILING));
    }

    @ParameterizedTest
    @CsvSource({
        "浙ICP备12345678号, true, eight digits",
        "浙ICP备12345678号-12, true, with the number of the site",
        "粤ICP备2021012345号, true, a year and six digits",
        "京ICP证030173号, true, a licence",
        "浙ICP备1234567号, false, seven digits",
        "浙ICP备3021012345号, false, ten digits that begin with no year",
        "国ICP备12345678号, false, no province",
        "ICP备12345678号, false, no province",
        "浙ICB备12345678号, false, misspelt",
    })
    void a_filing_number_has_a_form(String text, boolean valid, String why) {
        assertThat(FilingNumber.isValid(text)).as(why).isEqualTo(valid);
    }
}
