package org.hengjian.tables;

/** What text may hold so that it can be stored and shown. */
final class Characters {

    /**
     * Stands for bytes that the character set does not know. A non-character, so that a file which honestly contains
     * U+FFFD is not taken for a damaged one.
     */
    static final char DAMAGED = '\uFDD0';

    private Characters() {}

    /** Whether every character can be read and stored: no damaged bytes, no NUL, no half of a pair. */
    static boolean areSound(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == DAMAGED) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The same text with U+FFFD where a character is not sound. */
    static String mended(String text) {
        if (areSound(text)) {
            return text;
        }
        var mended = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                mended.append(c).append(text.charAt(++i));
            } else {
                mended.append(c == 0 || c == DAMAGED || Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return mended.toString();
    }
}
