package org.hengjian.documents;

import java.util.HashMap;
import java.util.Map;
import org.hengjian.tables.RuleTable;

/** How an error in a document of each kind is mended, from {@code documents/corrections.csv}. */
final class CorrectionRules {

    private static final String FILE = "documents/corrections.csv";

    private final Map<String, Rule> byKind = new HashMap<>();

    /** Who mends it. */
    enum By {
        /** The head decides on a notice. */
        HEAD,
        /** Another of the agency decides on a notice. */
        OTHER,
        /** Those who signed it correct it and sign there. */
        SIGNED,
        /** It is made again by the step that made it. */
        ANEW
    }

    /** @param isServed whether its notice goes to the parties */
    record Rule(By by, boolean isServed) {}

    CorrectionRules() {
        for (var row : RuleTable.of(FILE)) {
            byKind.put(row.get("kind"), new Rule(By.valueOf(row.get("by")), row.get("served").equals("YES")));
        }
    }

    /** @throws IllegalArgumentException if the file names no such kind */
    Rule of(String kind) {
        var rule = byKind.get(kind);
        if (rule == null) {
            throw new IllegalArgumentException("no rule for the correction of " + kind + " in " + FILE);
        }
        return rule;
    }
}
