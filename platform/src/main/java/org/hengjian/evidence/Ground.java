package org.hengjian.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * Why something is not taken or not shown. Its words and remedy are the messages {@code evidence.ground.<code>} and
 * {@code evidence.remedy.<code>}.
 */
public record Ground(String code, List<String> arguments) {

    public Ground {
        arguments = List.copyOf(arguments);
    }

    static Ground of(String code, Object... arguments) {
        return new Ground(code, Arrays.stream(arguments).map(Object::toString).toList());
    }

    public Object[] getArray() {
        return arguments.toArray();
    }
}
