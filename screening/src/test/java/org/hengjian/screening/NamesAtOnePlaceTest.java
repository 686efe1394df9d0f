package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two rights may have names at one place of a text: each has its finding. */
class NamesAtOnePlaceTest {

    private static final Right SHORT = Right.of("tm:short", "衡溪", "HENGXI").withClasses(25);

    @ParameterizedTest
    @CsvSource({
        "衡★溪山庄 卫衣 男, 衡溪山庄, SANZHUANG",
        "衡溪山庄 卫衣 1:1复刻, 衡溪山庄, SANZHUANG",
        "H3NGXI SPORT 卫衣, 恒某, HENGXI SPORT",
        "老衡★溪 卫衣, 老衡溪, LAOHX",
    })
    void a_longer_name_added_later_takes_no_finding(String title, String name, String latin) {
        var before = Screening.of(List.of(SHORT), ShippedClaims.all());
        var after = before.with(Right.of("tm:long", name, latin).withClasses(25));
        var listing = Listing.of("1", title);

        var kept = before.screen(listing).findings();

        assertThat(kept).as(title).extracting(Finding::rightId).contains("tm:short");
        assertThat(after.screen(listing).findings())
                .as(title)
                .extracting(finding -> finding.rightId() + finding.start() + "-" + finding.end())
                .containsAll(kept.stream()
                        .map(finding -> finding.rightId() + finding.start() + "-" + finding.end())
                        .toList())
                .anyMatch(place -> place.startsWith("tm:long"));
        assertThat(after.screen(listing).standing()).as(title).isEqualTo(before.screen(listing).standing());
    }
}
