package org.hengjian.intake;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What faults and fields are called in the reader's language; templates call it {@code words}. */
@Component
class FaultWords {

    private final MessageSource messages;

    FaultWords(MessageSource messages) {
        this.messages = messages;
    }

    public String reason(Fault fault, Locale locale) {
        return text(fault.key() + ".reason", locale, fault.arguments().toArray());
    }

    public String remedy(Fault fault, Locale locale) {
        return text(fault.key() + ".remedy", locale, fault.arguments().toArray());
    }

    /** A fault in two or three words, for the summary; one of a broken row says its reason. */
    public String name(String key, Locale locale) {
        return Objects.requireNonNullElseGet(
                messages.getMessage(key + ".name", null, null, locale), () -> text(key + ".reason", locale));
    }

    /** Name of one of our fields; another heading as it stands in the file. */
    public String fieldName(String field, Locale locale) {
        if (field.isEmpty()) {
            return text("intake.field.row", locale);
        }
        return Objects.requireNonNullElse(messages.getMessage("intake.field." + field, null, field, locale), field);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
