package org.hengjian.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sort key of the last row seen, as opaque text for addresses; the next page begins behind it (key-set paging: the
 * thousandth page costs what the first does).
 */
public record Cursor(List<String> keys) {

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 2_000; // no real key comes near

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(Object... keys) {
        var texts = new ArrayList<String>(keys.length);
        for (Object key : keys) {
            texts.add(key.toString());
        }
        return new Cursor(texts);
    }

    /** Empty where the text is absent or no cursor of ours with so many keys: the list then begins at its start. */
    public static Optional<Cursor> parse(@Nullable String text, int size) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var keys = List.of(joined.split(String.valueOf(SEPARATOR), -1));
            return keys.size() == size ? Optional.of(new Cursor(keys)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The id before which the next page of a list with the newest first begins; of no cursor of ours, the list's start. */
    public static long before(@Nullable String text) {
        return parse(text, 1)
                .filter(cursor -> cursor.key(0).matches("\\d{1,18}"))
                .map(cursor -> Long.parseLong(cursor.key(0)))
                .orElse(Long.MAX_VALUE);
    }

    public String key(int index) {
        return keys.get(index);
    }

    /** The form for addresses. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), keys).getBytes(StandardCharsets.UTF_8));
    }
}
