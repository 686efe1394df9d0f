package org.hengjian.tables;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentences of this package, from {@code messages/tables*.properties}: Chinese unless English is asked for. */
final class Words {

    private static final Control NO_SYSTEM_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Words() {}

    static String of(Locale locale, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle("messages.tables", locale, NO_SYSTEM_LOCALE);
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
