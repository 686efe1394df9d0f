package org.hengjian.field;

import java.util.Arrays;
import java.util.List;

/**
 * Why something that a phone sent was not taken.
 *
 * @param field  of the form on the phone; empty where it is not about a field
 * @param ground message key of what is wrong
 * @param remedy message key of what to do; empty where the ground says it
 */
public record Problem(String field, String ground, String remedy, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** A field that is missing or wrong. */
    static Problem at(String field, String fault) {
        return new Problem(field, "field.fault." + fault, "", List.of());
    }

    static Problem of(String code, Object... arguments) {
        return of("field", code, Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** As another room says it. */
    static Problem of(String room, String code, List<String> arguments) {
        return new Problem("", room + ".ground." + code, room + ".remedy." + code, arguments);
    }
}
