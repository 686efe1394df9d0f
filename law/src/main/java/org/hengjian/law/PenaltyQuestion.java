package org.hengjian.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be imposed on this legal basis? Amounts that are absent are unknown.
 *
 * @param basis a parameter of unit {@code range}: {@code fine.trademark.infringement}
 * @param actOn the day of the act, or its end where it went on
 * @param decidedOn the day of the decision; none to take the day as of which these data stand
 * @param fine the fine imposed, for hearing and payment
 * @param stayed spans in which review or litigation stopped the surcharge
 */
public record PenaltyQuestion(
        String basis,
        LocalDate actOn,
        @Nullable LocalDate decidedOn,
        Map<Base, Money> amounts,
        @Nullable Channel channel,
        @Nullable Harm harm,
        @Nullable Money fine,
        List<Span> stayed,
        boolean repeat,
        boolean serious,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate paidOn) {

    public PenaltyQuestion {
        amounts = Map.copyOf(amounts);
        stayed = List.copyOf(stayed);
    }

    public static PenaltyQuestion of(String basis, LocalDate actOn, LocalDate decidedOn) {
        return new PenaltyQuestion(
                basis, actOn, decidedOn, Map.of(), null, null, null, List.of(), false, false, null, null);
    }

    public PenaltyQuestion with(Base base, Money amount) {
        Map<Base, Money> all = new java.util.EnumMap<>(Base.class);
        all.putAll(amounts);
        all.put(base, amount);
        return new PenaltyQuestion(
                basis, actOn, decidedOn, all, channel, harm, fine, stayed, repeat, serious, receivedOn, paidOn);
    }

    /** What a range is measured by. */
    public enum Base {
        ILLEGAL_TURNOVER("illegalTurnover", "违法经营额"),
        ILLEGAL_GAIN("illegalGain", "违法所得"),
        GOODS_VALUE("goodsValue", "货值金额"),
        ILLEGAL_INCOME("illegalIncome", "违法收入");

        private final String word;
        private final String zh;

        Base(String word, String zh) {
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

        static Base ofWord(Node node) {
            for (Base base : values()) {
                if (base.word.equals(node.text())) {
                    return base;
                }
            }
            throw new Node.Malformed(node.path(), "unknown base " + node.raw());
        }
    }

    /** How the goods were dealt in. */
    public enum Channel {
        RETAIL,
        WHOLESALE
    }

    /** What the act endangered, with harmful consequences (行政处罚法第三十六条). */
    public enum Harm {
        NONE,
        LIFE_HEALTH,
        FINANCE
    }

    /** Days, both ends included. */
    public record Span(LocalDate from, LocalDate to) {
        public Span {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the span ends " + to + ", before it starts " + from);
            }
        }
    }
}
