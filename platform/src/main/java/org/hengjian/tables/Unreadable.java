package org.hengjian.tables;

import java.util.List;
import java.util.Locale;

/** A file that cannot be read as a table at all, with the reason and what to do, for the person who sent it. */
public final class Unreadable extends RuntimeException {

    /** Why. The words are in {@code messages/tables*.properties} under {@code tables.unreadable.<name>}. */
    public enum Reason {
        EMPTY_FILE,
        NO_HEADINGS,
        FILE_TOO_LARGE,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        ZIP_TOO_MANY_PARTS,
        ZIP_TOO_LARGE,
        ZIP_RATIO,
        TOO_MUCH_TEXT,
        CUT_OFF,
        DAMAGED_WORKBOOK,
        NO_SUCH_SHEET,
        OLD_EXCEL,
        NOT_A_WORKBOOK,
        PDF,
        PICTURE,
        PACKED,
        WEB_PAGE,
        NO_OBJECTS,
        NOT_TEXT,
        UNKNOWN_CHARACTERS
    }

    private final Reason reason;
    private final List<Object> arguments;

    Unreadable(Reason reason, Object... arguments) {
        super(Words.of(Locale.ENGLISH, key(reason), arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** Reason and remedy in one or two sentences. */
    public String message(Locale locale) {
        return Words.of(locale, key(reason), arguments.toArray());
    }

    private static String key(Reason reason) {
        return "tables.unreadable." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
