package org.hengjian.statutes;

import java.util.List;

/**
 * Why a step is not allowed (lawful "no"), with the provision that forbids it. Its words and remedy are the messages
 * {@code <room>.ground.<code>} and {@code <room>.remedy.<code>}.
 *
 * @param arguments of both messages
 */
public record Ground(String code, List<String> arguments, Provision provision) {

    public Ground {
        arguments = List.copyOf(arguments);
    }

    /** @param quote the sentence itself */
    public record Provision(String instrument, String article, String quote) {}

    public Object[] getArray() {
        return arguments.toArray();
    }
}
