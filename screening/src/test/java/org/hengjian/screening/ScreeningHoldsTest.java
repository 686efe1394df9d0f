package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hengjian.screening.text.Characters;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Properties that hold for every text; a red run names its seed. */
class ScreeningHoldsTest {

    private static final Screening SHIPPED = Screening.shipped();
    private static final List<String> SEEDS = List.of(
            "耐克 高仿 跑鞋", "adidas yeezy 1:1", "衡溪A货 代购级", "N★I★K★E", "阿di达斯 卫衣", "拒绝假货 正品", "而寸克");

    @RepeatedTest(300)
    void places_point_at_the_text_they_name_whatever_the_text(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x110000));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.append((char) (0x4E00 + random.nextInt(0x5000)));
                default -> text.append(SEEDS.get(random.nextInt(SEEDS.size())));
            }
        }
        String title = text.toString();

        Verdict verdict = SHIPPED.screen(Listing.of("1", title).withDescription(title));

        assertThat(verdict.score()).isBetween(0.0, 1.0);
        for (Finding finding : verdict.findings()) {
            assertThat(title.substring(finding.start(), finding.end())).isEqualTo(finding.text());
        }
        for (Clearing clearing : verdict.clearings()) {
            assertThat(title.substring(clearing.start(), clearing.end())).isEqualTo(clearing.text());
        }
        assertThat(VerdictJson.line("1", verdict)).startsWith("{\"id\":\"1\"").endsWith("]}");
    }

    @RepeatedTest(60)
    void noise_in_a_name_never_clears_what_was_suspect(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String noise = List.of("★", "\u200B", "🔥", "*", "\u2060").get(random.nextInt(5));
        int at = 1 + random.nextInt(3);
        String name = "阿迪达斯";
        String hidden = name.substring(0, at) + noise + name.substring(at);

        assertThat(SHIPPED.screen(Listing.of("1", name + " 高仿 卫衣")).standing()).isEqualTo(Standing.SUSPECT);
        assertThat(SHIPPED.screen(Listing.of("1", hidden + " 高仿 卫衣")).standing()).isNotEqualTo(Standing.CLEAR);
    }

    @Test
    void a_right_more_takes_no_finding_from_another_and_is_seen_at_once() {
        var more = Right.of("tm:1", "衡溪", "HENGXI").withClasses(25);
        String title = "耐★克 跑鞋 HΕNGXI";

        Verdict before = SHIPPED.screen(Listing.of("1", title));
        Verdict after = SHIPPED.with(more).screen(Listing.of("1", title));

        assertThat(after.findings()).containsAll(before.findings());
        assertThat(after.findings()).anyMatch(finding -> finding.rightId().equals("tm:1"));
        assertThat(SHIPPED.right("tm:1")).isEmpty();
    }

    @Test
    void a_removed_or_replaced_right_is_no_longer_found() {
        Screening with = SHIPPED.with(Right.of("tm:1", "衡溪", "HENGXI"));

        assertThat(with.without("tm:1").screen(Listing.of("1", "衡★溪 卫衣")).findings()).isEmpty();
        assertThat(with.with(Right.of("tm:1", "云岫")).screen(Listing.of("1", "衡★溪 卫衣")).findings())
                .isEmpty();
    }

    @Test
    void a_megabyte_made_to_be_slow_is_answered() {
        for (String piece : List.of("耐", "n i k e ", "aaaaaaaa", "1:1 ", "耐★", "\u200B", "0", "阿迪")) {
            String title = piece.repeat(1_000_000 / piece.length());

            assertThat(SHIPPED.screen(Listing.of("1", title)).findings()).hasSizeLessThan(400);
        }
    }

    @Test
    void many_small_additions_stay_few_segments() {
        Screening screening = SHIPPED;
        for (int i = 0; i < 40; i++) {
            screening = screening.with(Right.of("tm:" + i, "测试" + (char) (0x4E00 + i * 37) + "牌"));
        }

        assertThat(screening.segments()).hasSizeLessThan(6);
        assertThat(screening.rights()).hasSize(SHIPPED.rights().size() + 40);
    }

    @Test
    void every_name_that_is_shipped_is_found_as_it_is_written() {
        long missed = ShippedRights.all().stream()
                .filter(right -> !right.generic() && right.name().length() >= 3
                        && Characters.isHan(right.name().charAt(0)))
                .filter(right -> SHIPPED.screen(Listing.of("1", right.name())).findings().isEmpty()
                        && SHIPPED.screen(Listing.of("1", right.name())).clearings().isEmpty())
                .count();

        assertThat(missed).isLessThan(10);
    }
}
