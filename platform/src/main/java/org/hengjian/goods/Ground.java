package org.hengjian.goods;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Why a movement is not made. Its words and remedy are the messages {@code goods.ground.<code>} and
 * {@code goods.remedy.<code>}. Serializable for the page that follows a refusal.
 */
public record Ground(String code, List<String> arguments) implements Serializable {

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
