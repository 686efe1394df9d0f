package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn as nothing (joiners, fillers, marks of direction) does not clear an altered name, wherever it stands. */
class ReadingPastTheInvisibleTest {

    private static final Screening SHIPPED = Screening.shipped();
    private static final List<String> INVISIBLE = List.of(
            "\u200D", "\u200C", "\u2060", "\u00AD", "\u034F", "\uFEFF", "\u202E", "\u3164", "\u115F", "\u2800",
            "\uFE0F", "\u200D\u200D\u200D\u200D\u200D\u200D", "\uDB40\uDC41");

    static Stream<String> altered() {
        return Stream.of(
                "Ad1das", "adidsa", "adiddas", "addas", "@didas", "N!ke", "N1KE", "Nlke", "Niike", "GUСCI", "Gucc1", "Ch@nel",
                "naike", "nai克", "阿di达斯", "adi达斯", "耐ke", "R0LEX", "Rolx", "Burbery", "Dy5on", "Lac0ste", "Moncier",
                "ad★idas", "a.d.i.d.a.s", "ａｄｉｄａｓ");
    }

    @ParameterizedTest
    @MethodSource("altered")
    void an_altered_name_stays_seen(String altered) {
        String goods = " 运动鞋 包 手表";
        assertThat(standing(altered + goods)).as(altered).isNotEqualTo(Standing.CLEAR);

        for (String invisible : INVISIBLE) {
            var everywhere = new ArrayList<String>();
            for (int i = 0; i < altered.length(); i++) {
                everywhere.add(altered.substring(i, i + 1));
                if (i > 0) {
                    assertThat(standing(altered.substring(0, i) + invisible + altered.substring(i) + goods))
                            .as("%s with %x at %d", altered, (int) invisible.charAt(0), i)
                            .isNotEqualTo(Standing.CLEAR);
                }
            }
            assertThat(standing(String.join(invisible, everywhere) + goods))
                    .as("%s with %x everywhere", altered, (int) invisible.charAt(0))
                    .isNotEqualTo(Standing.CLEAR);
        }
    }

    private static Standing standing(String title) {
        return SHIPPED.screen(Listing.of("1", title)).standing();
    }
}
