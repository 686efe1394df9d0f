package org.hengjian.tables;

import java.util.regex.Pattern;

/**
 * A cell that begins with {@code = + - @}, a tab or a line end runs as a formula when a CSV file is opened in a
 * spreadsheet. We put an apostrophe before it, and take one off when our own file comes back.
 */
public final class Formulas {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9,]*(\\.[0-9]+)?%?");

    private Formulas() {}

    /** {@code text} as it can be written into a CSV cell; a number with a sign stays a number. */
    public static String disarmed(String text) {
        return isArmed(text) ? "'" + text : text;
    }

    /** Takes back what {@link #disarmed} did. */
    public static String original(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && isArmed(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isArmed(String text) {
        if (text.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        return !NUMBER.matcher(text).matches();
    }
}
