package org.hengjian.referrals;

import java.util.List;

/**
 * Why a step is not allowed (lawful "no"), with the provision that forbids it. Its words and remedy are the messages
 * {@code referrals.ground.<code>} and {@code referrals.remedy.<code>}.
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
