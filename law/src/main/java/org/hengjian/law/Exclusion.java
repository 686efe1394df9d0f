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
        /** 检测、检验、检疫 */
        TESTING("testing"),
        /** 鉴定 */
        EXPERT_OPINION("expert-opinion"),
        /** 权利人辨认或者鉴别 */
        RIGHT_HOLDER_IDENTIFICATION("right-holder-identification"),
        /** 公告 */
        PUBLIC_NOTICE("public-notice"),
        /** 中止 */
        SUSPENSION("suspension"),
        /** 协助调查 */
        ASSISTANCE("assistance"),
        /** 听证 */
        HEARING("hearing"),
        /** 责令退还多收价款 */
        REFUND("refund"),
        /** 在途时间: what travels by post. */
        IN_TRANSIT("in-transit");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public String word() {
            return word;
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
