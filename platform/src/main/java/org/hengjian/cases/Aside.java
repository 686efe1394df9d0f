package org.hengjian.cases;

import java.util.List;

/**
 * A block of a case's page about what stands beside its main line, such as the hearing: what is on file, and what can be
 * done now. Its title is the message {@code cases.aside.<key>}.
 */
record Aside(String key, List<Line> lines, List<Verb> verbs) {

    Aside {
        lines = List.copyOf(lines);
        verbs = List.copyOf(verbs);
    }

    /**
     * One fact: the message {@code cases.aside.<key>} with its arguments, and the words of the paper itself.
     *
     * @param text in Chinese as on file; may be empty
     */
    record Line(String key, List<Object> arguments, String text) {

        Line {
            arguments = List.copyOf(arguments);
        }

        static Line of(String key, String text, Object... arguments) {
            return new Line(key, List.of(arguments), text);
        }

        public Object[] getArray() {
            return arguments.toArray();
        }
    }

    boolean isEmpty() {
        return lines.isEmpty() && verbs.isEmpty();
    }
}
