package org.hengjian.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Deed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The door: a register is described once, by what heads it and its columns, and sent as the reader asked for it. */
@Component
public class Registers {

    /** What a spreadsheet program opens without complaint; a longer list is narrowed first. */
    public static final int ROWS_MOST = 100_000;

    /** So many are to be asked for, that what is cut is known. */
    public static final int ROWS_ASKED = ROWS_MOST + 1;

    private final MessageSource messages;
    private final Viewers viewers;
    private final Audit audit;
    private final Clock clock;

    Registers(MessageSource messages, Viewers viewers, Audit audit, Clock clock) {
        this.messages = messages;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param name  of the list in the log, {@code cases}
     * @param title message that heads the register and names the file
     */
    public RegisterFile of(String name, String title, Locale locale) {
        return new RegisterFile(this, name, title, locale);
    }

    String said(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String saidOr(String otherwise, String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }

    Viewer viewer() {
        return viewers.require();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Who took how much of what along; not what was searched for, which may be somebody's name. */
    void log(String name, int rows) {
        audit.enterAlone(Deed.of("registers.export", "register", name).with(Map.of("rows", rows)));
    }
}
