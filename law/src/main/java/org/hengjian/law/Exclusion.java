package org.hengjian.law;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span of days that may not count in a period (不计入期限的时间), both ends included.
 *
 * @param notified whether the party was told of the span in writing; none where it is not known
 */
public record Exclusion(
        LocalDate from,
        LocalDate to,
        Reason reason,
        @Nullable Boolean notified) {

    public Exclusion {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the span ends " + to + ", before it starts " + from);
        }
    }

    /** What the time was spent on. */
    public enum Reason {
        TESTING("testing", "检测、检验、检疫"),
        EXPERT_OPINION("expert-opinion", "鉴定"),
        RIGHT_HOLDER_IDENTIFICATION("right-holder-identification", "权利人辨认或者鉴别"),
        PUBLIC_NOTICE("public-notice", "公告"),
        SUSPENSION("suspension", "中止"),
        ASSISTANCE("assistance", "协助调查"),
        HEARING("hearing", "听证"),
        REFUND("refund", "责令退还多收价款"),
        /** What travels by post. */
        IN_TRANSIT("in-transit", "在途");

        private final String word;
        private final String zh;

        Reason(String word, String zh) {
            this.word = word;
            this.zh = zh;
        }

        public String word() {
            return word;
        }

        /** As the rules call it. */
        public String zh() {
            return zh;
        }

        public static Optional<Reason> ofWord(String word) {
            for (Reason reason : values()) {
                if (reason.word.equals(word)) {
                    return Optional.of(reason);
                }
            }
            return Optional.empty();
        }
    }
}
