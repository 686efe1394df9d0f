package org.hengjian.shell;

import java.util.Arrays;
import java.util.List;

/**
 * One field of a form, drawn by {@code shell/fields :: fields}; its label is the message {@code <room>.field.<name>}.
 *
 * @param start what stands there at first
 * @param hint  whether the message {@code <room>.hint.<name>} stands below the label
 */
public record FormField(String name, Kind kind, boolean required, List<Option> options, String start, boolean hint) {

    /** How a field is typed. */
    public enum Kind {
        LINE,
        BLOCK,
        DAY,
        MOMENT,
        CHOICE,
        /** Any number of the options. */
        TICKS
    }

    /** @param words what is read, or a message key where {@code isKey} */
    public record Option(String value, String words, boolean isKey) {}

    public FormField {
        options = List.copyOf(options);
    }

    public static FormField of(String name, Kind kind) {
        return new FormField(name, kind, true, List.of(), "", false);
    }

    /** One of an enum's values; the words are the messages {@code <prefix>.<VALUE>}. */
    public static FormField of(String name, Enum<?>[] values, String prefix) {
        return new FormField(name, Kind.CHOICE, true, Arrays.stream(values)
                .map(value -> new Option(value.name(), prefix + "." + value.name(), true))
                .toList(), "", false);
    }

    public FormField optional() {
        return new FormField(name, kind, false, options, start, hint);
    }

    public FormField from(String text) {
        return new FormField(name, kind, required, options, text, hint);
    }

    public FormField hinted() {
        return new FormField(name, kind, required, options, start, true);
    }

    public FormField offering(List<Option> more) {
        return new FormField(name, kind, required, more, start, hint);
    }
}
