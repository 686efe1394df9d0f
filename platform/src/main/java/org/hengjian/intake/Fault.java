package org.hengjian.intake;

import java.util.List;

/**
 * What is wrong with a row.
 *
 * @param field name of the field, empty for the row as a whole
 * @param key message key without its ending; {@code .reason} and {@code .remedy} are the two sentences
 */
record Fault(String field, String key, List<String> arguments) {

    Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(String field, String key, Object... arguments) {
        return new Fault(
                field,
                "intake.fault." + key,
                java.util.Arrays.stream(arguments).map(Object::toString).toList());
    }
}
