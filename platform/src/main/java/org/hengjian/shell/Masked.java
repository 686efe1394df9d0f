package org.hengjian.shell;

/** Names of people as those see them who may not see them in full. */
public final class Masked {

    private static final int HIDDEN_MOST = 3;

    private Masked() {}

    /** The surname, the rest as 某: 赵小明 becomes 赵某某. */
    public static String name(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1))
                        + "某".repeat(Math.clamp(name.codePointCount(0, name.length()) - 1L, 1, HIDDEN_MOST));
    }
}
