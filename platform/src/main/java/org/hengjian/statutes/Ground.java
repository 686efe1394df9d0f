package org.hengjian.statutes;

import java.io.Serializable;
import java.util.List;

/**
 * Why a step is not allowed (lawful "no"), with the provision that forbids it. Its words and remedy are the messages
 * {@code <room>.ground.<code>} and {@code <room>.remedy.<code>}. Serializable for the page that follows a refusal.
 *
 * @param arguments of both messages
 */
public record Ground(String code, List<String> arguments, Provision provision) implements Serializable {

    public Ground {
        arguments = List.copyOf(arguments);
    }

    /** @param quote the sentence itself */
    public record Provision(String instrument, String article, String quote) implements Serializable {}

    public Object[] getArray() {
        return arguments.toArray();
    }
}
