package org.hengjian.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hengjian.documents.DocumentNumber;

/**
 * A measure upon goods or places (先行登记保存、查封、扣押) in one state, as the papers of the case tell it. Each state
 * offers only what may become of it; {@link Procedure} says who may do so and until when.
 */
public sealed interface Measure {

    Begun begun();

    /** Its place among the papers of the case: the measure's name within the case. */
    default int n() {
        return begun().n();
    }

    default Kind kind() {
        return begun().kind();
    }

    /** What it is. */
    enum Kind {
        /** 证据先行登记保存. */
        REGISTRATION,
        /** 查封. */
        SEALING,
        /** 扣押. */
        SEIZURE;

        /** 行政强制措施: the law on administrative compulsion applies. */
        public boolean isCompulsory() {
            return this != REGISTRATION;
        }
    }

    /**
     * One line of the list (财物清单).
     *
     * @param model 规格型号; may be empty
     */
    record Thing(String name, String model, BigDecimal quantity, String unit) {}

    /**
     * What is to be taken or sealed, and why.
     *
     * @param ground why it is needed
     * @param basis  the provision that gives the power; for compulsory measures a law or regulation
     */
    record Taking(String place, String ground, String basis, List<Thing> goods) {
        public Taking {
            goods = List.copyOf(goods);
        }
    }

    /** How it began: with a request, or on the spot. */
    record Begun(int n, Kind kind, Taking taking) {}

    /** What was done with registered evidence in time (先行登记保存的处理). */
    enum Settling {
        /** 采取记录、复制、拍照、录像等证据保全措施. */
        PRESERVED,
        /** 送交检测、检验、检疫、鉴定. */
        TESTED,
        /** 采取查封、扣押. */
        COMPULSORY,
        /** 没收违法物品. */
        CONFISCATED
    }

    /** Why a measure is lifted (解除的情形). */
    enum Lifting {
        /** 没有违法行为. */
        NO_VIOLATION,
        /** 与违法行为无关. */
        UNRELATED,
        /** 已经作出处理决定，不再需要. */
        DECIDED,
        /** 期限已经届满. */
        EXPIRED,
        /** 当场采取后，负责人不批准. */
        NOT_APPROVED,
        /** 其他不再需要的情形. */
        OTHER
    }

    /** In force: the party may not use or move what it touches. */
    sealed interface Standing extends Measure {

        /** Since when the period runs. */
        LocalDate since();

        /** Of the decision, or of the notice of registration. */
        DocumentNumber number();

        default Lifted lift(LocalDate on) {
            return new Lifted(begun(), since(), on);
        }
    }

    /** 待批准. */
    record Asked(Begun begun) implements Measure {

        Running impose(LocalDate on, DocumentNumber number) {
            return new Running(begun, on, number, List.of());
        }

        Refused refuse() {
            return new Refused(begun);
        }
    }

    /** 不批准. */
    record Refused(Begun begun) implements Measure {}

    /** 当场采取，待补办批准. @param at the moment from which the hours run */
    record Urgent(Begun begun, Instant at, LocalDate since, DocumentNumber number) implements Standing {

        Running confirm() {
            return new Running(begun, since, number, List.of());
        }
    }

    /** 已采取. @param extended the days on which it was extended */
    record Running(Begun begun, LocalDate since, DocumentNumber number, List<LocalDate> extended) implements Standing {

        public Running {
            extended = List.copyOf(extended);
        }

        Running extend(LocalDate on) {
            var more = new java.util.ArrayList<>(extended);
            more.add(on);
            return new Running(begun, since, number, more);
        }

        /** Registered evidence alone is settled; what is sealed or seized is lifted. */
        Settled settle(LocalDate on, Settling way) {
            if (begun.kind.isCompulsory()) {
                throw new IllegalStateException("not registered evidence: measure " + begun.n);
            }
            return new Settled(begun, since, on, way);
        }
    }

    /** 已处理. */
    record Settled(Begun begun, LocalDate since, LocalDate on, Settling way) implements Measure {}

    /** 已解除. */
    record Lifted(Begun begun, LocalDate since, LocalDate on) implements Measure {}

    /** The measures of a case in the order in which they began. */
    static List<Measure> of(Docket docket) {
        var measures = new TreeMap<Integer, Measure>();
        for (var entry : docket.entries()) {
            var on = entry.by().on();
            switch (entry.paper()) {
                case Paper.MeasureAsked paper ->
                    measures.put(entry.n(), new Asked(new Begun(entry.n(), paper.kind(), paper.taking())));
                case Paper.MeasureTaken paper ->
                    measures.put(entry.n(), new Urgent(
                            new Begun(entry.n(), paper.kind(), paper.taking()), paper.at(), paper.on(), paper.number()));
                case Paper.MeasureRefused paper -> measures.computeIfPresent(paper.measure(), (_, was) -> ((Asked) was).refuse());
                case Paper.MeasureImposed paper ->
                    measures.computeIfPresent(paper.measure(), (_, was) -> ((Asked) was).impose(on, paper.number()));
                case Paper.MeasureConfirmed paper ->
                    measures.computeIfPresent(paper.measure(), (_, was) -> ((Urgent) was).confirm());
                case Paper.MeasureExtended paper ->
                    measures.computeIfPresent(paper.measure(), (_, was) -> ((Running) was).extend(on));
                case Paper.RegistrationSettled paper ->
                    measures.computeIfPresent(paper.measure(), (_, was) -> ((Running) was).settle(on, paper.way()));
                case Paper.MeasureLifted paper ->
                    measures.computeIfPresent(paper.measure(), (_, was) -> ((Standing) was).lift(on));
                default -> {}
            }
        }
        return List.copyOf(measures.values());
    }

    /** The measure of that place in a state of that type. */
    static <T extends Measure> Optional<T> in(Docket docket, int n, Class<T> state) {
        return of(docket).stream()
                .filter(measure -> measure.n() == n && state.isInstance(measure))
                .map(state::cast)
                .findFirst();
    }
}
