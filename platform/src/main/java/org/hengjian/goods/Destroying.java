package org.hengjian.goods;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is asked for in the steps of a destruction. */
public final class Destroying {

    private Destroying() {}

    /** 申请. @param quantities of which item how much */
    public record Application(long caseId, Destruction.Plan plan, Map<Long, Quantity> quantities) {
        public Application {
            quantities = Map.copyOf(quantities);
        }
    }

    /**
     * 执行.
     *
     * @param quantities what was destroyed of which item
     * @param supervisor 监督人员, who watches for another unit or department
     * @param witness    one more who watches
     * @param others     whoever else was there; may be empty
     */
    public record Executing(
            LocalDate on,
            String place,
            Map<Long, Quantity> quantities,
            Quantity before,
            Quantity after,
            Person supervisor,
            Person witness,
            String others,
            String video,
            String note) {

        public Executing {
            quantities = Map.copyOf(quantities);
        }

        public List<Person> watching() {
            return List.of(supervisor, witness);
        }
    }

    /** Somebody who watches, and for which unit. */
    public record Person(String name, String unit) {

        /** The surname, the rest as 某. */
        public String masked() {
            return name.substring(0, 1) + "某".repeat(Math.clamp(name.length() - 1L, 1, 3)) + "（" + unit + "）";
        }

        public String full() {
            return name + "（" + unit + "）";
        }

        @Override
        public String toString() {
            return masked(); // logs are public sooner than one thinks
        }
    }

    /** What came of a step. */
    public sealed interface Answer {
        record Done(Destruction destruction) implements Answer {}

        /** Nothing was changed. */
        record Refused(List<Ground> grounds) implements Answer {
            public Refused {
                grounds = List.copyOf(grounds);
            }
        }
    }
}
