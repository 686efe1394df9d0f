package org.hengjian.leads;

import java.util.List;

/** What became of a verb: done, or a lawful no with its reason and what to do instead. */
public sealed interface Answer {

    record Done(Lead lead) implements Answer {}

    /** @param key message key; the words say why, and what to do */
    record Refused(String key, List<String> arguments) implements Answer {

        public Refused {
            arguments = List.copyOf(arguments);
        }

        static Refused of(String key, String... arguments) {
            return new Refused(key, List.of(arguments));
        }
    }
}
