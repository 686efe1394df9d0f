package org.hengjian.imports;

import java.util.List;
import java.util.Map;
import org.hengjian.tables.Field;

/** A register that takes rows of files. A room contributes one as a bean. */
public interface ImportTarget {

    /** Name in addresses and messages: {@code rights} has {@code rights.import} and {@code rights.field.…}. */
    String name();

    /** Where the register is shown. */
    String href();

    List<Field> fields();

    /** Whether the viewer may bring in anything at all. */
    boolean mayImport();

    /** Takes one row, inside the transaction of its chunk; told twice it answers {@link Outcome.Duplicate}. */
    Outcome take(Map<String, String> cells);

    /** All rows were dealt with, {@code accepted} of them new or changed. In a transaction. */
    void finished(String fileName, int accepted);

    /** What became of a row. */
    sealed interface Outcome {

        record Accepted() implements Outcome {}

        /** The register says all that already. */
        record Duplicate() implements Outcome {}

        record Rejected(List<Fault> faults) implements Outcome {

            public Rejected {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * What is wrong with a field.
     *
     * @param key message key of the reason; {@code key + ".remedy"} says what to do
     */
    record Fault(String field, String key, List<String> arguments) {

        public Fault {
            arguments = List.copyOf(arguments);
        }
    }
}
