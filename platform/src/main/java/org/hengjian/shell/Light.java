package org.hengjian.shell;

/**
 * A light is a clock: colour, shape and words with the legal unit (剩 4 个工作日). Never used for anything else.
 *
 * @param days days left; days over when red; 0 on the last day
 * @param unit what is counted
 */
public record Light(Colour colour, long days, Unit unit) {

    /** Colour of a clock; its name in lower case is the class of the style sheet. */
    public enum Colour {
        GREEN,
        AMBER,
        RED,
        /** Suspended. */
        GREY
    }

    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    private static final long NEAR = 3; // LOOK: amber from three working days; a display choice, no legal number

    /** @param left days from today to the last day of the term; negative when it is over */
    public static Light of(long left, Unit unit) {
        if (left < 0) {
            return new Light(Colour.RED, -left, unit);
        }
        return new Light(left <= NEAR ? Colour.AMBER : Colour.GREEN, left, unit);
    }

    public static Light suspended() {
        return new Light(Colour.GREY, 0, Unit.CALENDAR_DAYS);
    }

    public String getStyle() {
        return colour.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Message key of its words; the argument is {@link #days}. */
    public String getKey() {
        return switch (colour) {
            case GREY -> "shell.light.suspended";
            case RED -> "shell.light.over." + unit;
            case AMBER, GREEN -> days == 0 ? "shell.light.today" : "shell.light.left." + unit;
        };
    }
}
