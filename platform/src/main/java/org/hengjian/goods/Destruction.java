package org.hengjian.goods;

import java.time.LocalDate;
import java.util.List;
import org.hengjian.facilities.Method;

/**
 * A destruction (销毁): applied for, decided by somebody else, executed before witnesses.
 *
 * @param version   counts the steps
 * @param applicant who applied, and on which day
 */
public record Destruction(
        long id,
        int version,
        String number,
        long caseId,
        String caseNumber,
        Plan plan,
        String facility,
        List<Line> lines,
        Signed applicant,
        State state) {

    public Destruction {
        lines = List.copyOf(lines);
    }

    /** Who did it, and on which day. */
    public record Signed(long person, String name, LocalDate on) {}

    /**
     * What is to be done.
     *
     * @param consent  consent of the owner or the announcement, for goods that do not keep until the decision (先行处置);
     *                 empty once the case is decided
     * @param evidence how the evidence was preserved: samples, pictures
     */
    public record Plan(String ground, String consent, String evidence, Method method, long facilityId) {

        /** Before the decision, since they do not keep. */
        public boolean isEarly() {
            return !consent.isEmpty();
        }
    }

    /** A quantity of an item. @param destroyed so far; nothing before the execution */
    public record Line(Item item, Quantity quantity, Quantity destroyed) {}

    /** Where it stands. */
    public sealed interface State {

        /** 待审批. */
        record Applied() implements State {}

        /** 已批准. */
        record Approved(Signed by, String opinion) implements State {}

        /** 不予批准. */
        record Refused(Signed by, String opinion) implements State {}

        /** 已销毁. */
        record Executed(Signed approver, Signed by, Execution execution) implements State {}

        default String name() {
            return switch (this) {
                case Applied _ -> "APPLIED";
                case Approved _ -> "APPROVED";
                case Refused _ -> "REFUSED";
                case Executed _ -> "EXECUTED";
            };
        }
    }

    /**
     * How it went, as everyone on the case sees it.
     *
     * @param before    weight of what was brought
     * @param after     weight of what was left of it
     * @param witnesses those who supervised and watched, masked
     * @param video     SHA-256 of the recording, 64 hexadecimal digits; empty for none
     */
    public record Execution(
            LocalDate on, String place, Quantity before, Quantity after, String witnesses, String video, String note) {}
}
