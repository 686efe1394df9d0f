package org.hengjian.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hengjian.screening.text.Characters;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties over names drawn from all that are shipped and from invented ones; a red run names its seed. */
class ScreeningHoldsForEveryNameTest {

    private static final Screening SHIPPED = Screening.shipped();
    private static final List<Right> RIGHTS = ShippedRights.all().stream()
            .filter(right -> !right.generic())
            .toList();
    private static final List<String> NOISE =
            List.of("\u200B", "\u2060", "\uFEFF", "\u00AD", "★", "*", "♥", "✿", "~", "^", "🔥", "👟", "✨", "\u200D");
    private static final List<String> FILLING =
            List.of("新款", "男女同款", "包邮", "现货", "2026", "秋冬", "free shipping", "size 42", "大码", "礼盒");

    @RepeatedTest(300)
    void a_place_covers_the_hidden_name_whole_and_parts_no_character(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String name = name(random);
        String hidden = latin(name) && random.nextBoolean() ? styled(name, random) : noisy(name, 1 + random.nextInt(3), random);
        String before = random.nextBoolean() ? "👗 " + pick(FILLING, random) + " " : "";
        String title = before + hidden + " " + pick(FILLING, random) + " 高仿";

        Verdict verdict = SHIPPED.screen(Listing.of("1", title));

        for (Finding finding : verdict.findings()) {
            assertThat(title.substring(finding.start(), finding.end())).isEqualTo(finding.text());
            assertThat(partsACharacter(title, finding.start())).as(title).isFalse();
            assertThat(partsACharacter(title, finding.end())).as(title).isFalse();
        }
        assertThat(verdict.findings())
                .as(title)
                .isSortedAccordingTo(java.util.Comparator.comparingInt(Finding::start));
        assertThat(verdict.findings())
                .as(title)
                .anySatisfy(finding -> {
                    assertThat(finding.text()).isEqualTo(hidden);
                    assertThat(finding.path()).isNotEmpty();
                });
    }

    @RepeatedTest(400)
    void noise_anywhere_never_clears_what_was_suspect(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String clean = name(random) + " " + pick(List.of("高仿", "A货", "1:1复刻", "莆田"), random) + " " + pick(FILLING, random);
        String noisy = noisy(clean, 1 + random.nextInt(4), random);

        Standing before = SHIPPED.screen(Listing.of("1", clean)).standing();
        Standing after = SHIPPED.screen(Listing.of("1", noisy)).standing();

        if (before == Standing.SUSPECT) {
            assertThat(after).as(clean + " → " + noisy).isNotEqualTo(Standing.CLEAR);
        }
    }

    @RepeatedTest(60)
    void what_is_said_again_and_again_covers_up_nothing(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String said = pick(List.of(name(random), name(random) + " 官方正品", "不是高仿", "适用于" + name(random)), random) + " ";
        String grave = pick(List.of("阿迪da斯 高仿 卫衣", "耐★克 A货 跑鞋", "N1KE 1:1复刻"), random);
        int times = 20 + random.nextInt(2_000);

        Standing covered = SHIPPED.screen(Listing.of("1", said.repeat(times) + grave)).standing();
        Standing described = SHIPPED.screen(Listing.of("1", "新款").withDescription(said.repeat(times) + grave)).standing();

        assertThat(covered).as(times + " × " + said + grave).isNotEqualTo(Standing.CLEAR);
        assertThat(described).as(times + " × " + said + grave).isNotEqualTo(Standing.CLEAR);
    }

    /** Joiners are noise between Han characters only, and what noise makes plain again hides nothing more. */
    @RepeatedTest(600)
    void noise_in_a_name_that_is_altered_already_never_clears_it(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String name = name(random);
        String altered = altered(name, random);
        String goods = " " + pick(List.of("卫衣", "手提包", "口红", "机油", "白酒", "奶粉", "吹风机"), random);
        String noise = pick(latin(name) ? NOISE : List.of("\u200B", "\u2060", "★", "*", "🔥", "·", "-", "_", "."), random);
        int at = 1 + random.nextInt(altered.length() - 1);
        String noisy = altered.substring(0, at) + noise + altered.substring(at);

        Standing before = SHIPPED.screen(Listing.of("1", altered + goods)).standing();
        Verdict after = SHIPPED.screen(Listing.of("1", noisy + goods));
        boolean plain = after.findings().stream().anyMatch(finding -> finding.text().equalsIgnoreCase(name));

        if (before == Standing.SUSPECT && !plain) {
            assertThat(after.standing()).as(altered + goods + " → " + noisy).isNotEqualTo(Standing.CLEAR);
        }
    }

    @RepeatedTest(300)
    void a_right_more_takes_no_finding_that_it_does_not_read_itself(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        String name = name(random);
        String title = pick(FILLING, random) + " " + noisy(name, 1, random) + " " + pick(FILLING, random) + " 高仿";
        Right more = Right.of("tm:more", invented(title, random), invented(name, random)).withClasses(25);

        Verdict before = SHIPPED.screen(Listing.of("1", title));
        Verdict after = SHIPPED.with(more).screen(Listing.of("1", title));

        for (Finding finding : before.findings()) {
            boolean kept = after.findings().stream().anyMatch(other -> same(finding, other));
            boolean readByTheNewOne = after.findings().stream()
                    .anyMatch(other -> other.rightId().equals("tm:more") && overlap(finding, other));
            assertThat(kept || readByTheNewOne)
                    .as(title + " with " + more.name() + " " + more.latin() + ": " + finding)
                    .isTrue();
        }
        if (before.standing() == Standing.SUSPECT) {
            assertThat(after.standing()).as(title + " with " + more).isNotEqualTo(Standing.CLEAR);
        }
    }

    @RepeatedTest(150)
    void many_rights_more_are_each_seen_at_once_and_by_themselves(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        Screening screening = SHIPPED;
        var added = new ArrayList<Right>();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            Right right = Right.of("tm:" + i, characters(4, random), letters(8, random)).withClasses(25);
            screening = screening.with(right);
            added.add(right);
        }

        for (Right right : added) {
            String hidden = noisy(right.name(), 1, random);
            assertThat(screening.screen(Listing.of("1", hidden + " 卫衣")).right().map(Right::id))
                    .as(hidden)
                    .hasValue(right.id());
        }
    }

    /** The time is no measure: one step that looks at all the text again would take a quarter of an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"halves of names", "names hidden", "letters", "sounds", "surrogates", "claims", "any"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_megabyte_of_near_misses_is_answered(String sort) {
        var random = new Random(sort.hashCode());
        var text = new StringBuilder();
        while (text.length() < 1_000_000) {
            switch (sort) {
                case "halves of names" -> {
                    String name = name(random);
                    text.append(name, 0, Math.max(1, name.length() - 1));
                }
                case "names hidden" -> text.append(noisy(name(random), 3, random));
                case "letters" -> text.append("01ilo5sg6bvrnc".charAt(random.nextInt(14))).append(random.nextInt(9) == 0 ? " " : "");
                case "sounds" -> text.append(Characters.syllable(characters(1, random).charAt(0)));
                case "surrogates" -> text.append((char) (0xD800 + random.nextInt(0x800)));
                case "claims" -> text.append(pick(List.of("高仿", "拒绝", "不是", "1:1", "正品", "a货", "适用于"), random));
                default -> text.appendCodePoint(random.nextInt(0x110000));
            }
        }
        String title = text.toString();

        Verdict verdict = SHIPPED.screen(Listing.of("1", title).withDescription(title));

        assertThat(verdict.findings()).hasSizeLessThan(400).allSatisfy(finding -> assertThat(
                        title.substring(finding.start(), finding.end()))
                .isEqualTo(finding.text()));
    }

    private static String name(Random random) {
        while (true) {
            Right right = pick(RIGHTS, random);
            String name = random.nextBoolean() || right.latin().isEmpty() ? right.name() : pick(right.latin(), random);
            boolean han = name.length() >= 3 && name.chars().allMatch(c -> Characters.isHan((char) c));
            if (han || latin(name)) {
                return name;
            }
        }
    }

    private static boolean latin(String name) {
        return name.matches("[A-Za-z]{6,}");
    }

    /** One character taken for another of its sound or shape, spelled or split; one letter drawn with a digit or lost. */
    private static String altered(String name, Random random) {
        int at = random.nextInt(name.length());
        char c = name.charAt(at);
        String other;
        if (latin(name)) {
            int digit = "oilzeasgtb".indexOf(Character.toLowerCase(c));
            other = digit >= 0 ? String.valueOf("0112345678".charAt(digit)) : at > 1 ? "" : c + "" + c;
        } else {
            char[] alike = Characters.alike(c);
            List<String> parts = Characters.partsOf(c);
            other = switch (random.nextInt(4)) {
                case 0 -> alike.length > 0 ? String.valueOf(alike[random.nextInt(alike.length)]) : Characters.syllable(c);
                case 1 -> parts.isEmpty() ? Characters.syllable(c) : pick(parts, random);
                case 2 -> Characters.syllable(c);
                default -> sounding(c, random);
            };
        }
        return name.substring(0, at) + other + name.substring(at + 1);
    }

    private static String sounding(char han, Random random) {
        int from = 0x4E00 + random.nextInt(0x5000);
        for (int i = 0; i < 0x5000; i++) {
            char c = (char) (0x4E00 + (from - 0x4E00 + i) % 0x5000);
            if (c != han && Characters.frequency(c) >= 2 && Characters.sameSyllable(c, han)) {
                return String.valueOf(c);
            }
        }
        return String.valueOf(han);
    }

    private static String noisy(String text, int times, Random random) {
        var noisy = new StringBuilder(text);
        for (int i = 0; i < times; i++) {
            int at = 1 + random.nextInt(noisy.length() - 1);
            if (!partsACharacter(noisy, at)) {
                noisy.insert(at, pick(NOISE, random));
            }
        }
        return noisy.toString();
    }

    /** In letters of mathematics, each of two UTF-16 units. */
    private static String styled(String name, Random random) {
        int small = pick(List.of(0x1D41A, 0x1D5EE, 0x1D4EA), random);
        var styled = new StringBuilder();
        name.toLowerCase(java.util.Locale.ROOT).chars().forEach(c -> styled.appendCodePoint(small + c - 'a'));
        return styled.toString();
    }

    private static boolean partsACharacter(CharSequence text, int at) {
        return at > 0 && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
    }

    /** A name for a right: out of the air, or a piece of the text that is to be screened. */
    private static String invented(String text, Random random) {
        if (random.nextInt(3) == 0) {
            return random.nextBoolean() ? characters(2 + random.nextInt(4), random) : letters(5 + random.nextInt(5), random);
        }
        int from = random.nextInt(Math.max(1, text.length() - 2));
        String piece = text.substring(from, Math.min(text.length(), from + 2 + random.nextInt(5)));
        return piece.codePoints().filter(Character::isLetterOrDigit).count() < 2 ? letters(6, random) : piece.strip();
    }

    private static String characters(int count, Random random) {
        var text = new StringBuilder();
        while (text.length() < count) {
            char c = (char) (0x4E00 + random.nextInt(0x5000));
            if (Characters.isHan(c) && Characters.frequency(c) >= 4) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String letters(int count, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((i % 2 == 0 ? "bcdfgkmnprtvz" : "aeiou").charAt(random.nextInt(i % 2 == 0 ? 13 : 5)));
        }
        return text.toString();
    }

    private static boolean same(Finding one, Finding other) {
        return one.start() == other.start() && one.end() == other.end() && one.rightId().equals(other.rightId());
    }

    private static boolean overlap(Finding one, Finding other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
