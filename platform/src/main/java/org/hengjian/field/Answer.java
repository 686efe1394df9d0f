package org.hengjian.field;

import java.util.List;

/** What came of something that a phone sent. */
public sealed interface Answer {

    /**
     * The server has it, from now or from before.
     *
     * @param id      of what it became
     * @param name    how people call it: 笔录 3, 证据 5, W26-0000012-4
     * @param address where it is to be seen
     */
    record Received(long id, String name, String address) implements Answer {}

    /** Nothing was kept; it may be mended on the phone and sent again under the same key. */
    record Refused(List<Problem> problems) implements Answer {
        public Refused {
            problems = List.copyOf(problems);
        }

        static Refused of(Problem problem) {
            return new Refused(List.of(problem));
        }
    }
}
