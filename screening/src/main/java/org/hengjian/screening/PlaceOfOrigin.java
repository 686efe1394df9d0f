package org.hengjian.screening;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an offer says that its goods come from (产地), against the place that a geographical indication names. */
final class PlaceOfOrigin {

    private static final String MARK = "（产地）";

    private static final Pattern SAID_BEFORE = Pattern.compile("(?:产地|产自|产于|出自|来自)[\\s:：]{0,3}(?:中国)?$");

    /** A place alone is where the seller sits or where it is sent from: these words say that the goods grew there. */
    private static final Pattern SAID_AFTER = Pattern.compile("^(?:省|自治区|自治州|地区|市|县|区)?\\p{IsHan}{0,3}?\\s?"
            + "(?:产地?(?![品后量业])|养殖|种植|现摘|现采|现挖|现捞|直发|自产|农家|基地|加工|收购|鲜叶|原料|料(?!理)|芽)");

    private static final int LOOKED_AT = 12;

    private PlaceOfOrigin() {}

    /** A place said in the text. */
    record Said(String place, int start, int end) {}

    /**
     * A place outside the indication's, said of the goods; none where nothing is said, or a place inside it too. The names
     * of the right itself say nothing of where these goods are from.
     */
    static Optional<Said> elsewhere(Right right, String text) {
        Places.Place own = home(right);
        if (own == null) {
            return Optional.empty();
        }
        Said other = null;
        for (int at = 0; at + 2 <= text.length(); at++) {
            int name = nameAt(right, text, at);
            if (name > 0) {
                at += name - 1;
                continue;
            }
            Places.Place place = Places.at(text, at);
            if (place == null) {
                continue;
            }
            int end = at + place.name().length();
            Places.Place inner = Places.at(text, end);
            if (inner != null && inner.overlaps(place)) {
                place = inner;
                end += inner.name().length();
            }
            boolean before = SAID_BEFORE
                    .matcher(text.substring(Math.max(0, at - LOOKED_AT), at))
                    .find();
            var after = SAID_AFTER.matcher(text.substring(end, Math.min(text.length(), end + LOOKED_AT)));
            boolean said = after.find();
            if (said || before) {
                if (place.overlaps(own)) {
                    return Optional.empty();
                }
                other = other == null ? new Said(text.substring(at, end), at, said ? end + after.end() : end) : other;
            }
            at = end - 1;
        }
        return Optional.ofNullable(other);
    }

    private static int nameAt(Right right, String text, int at) {
        if (text.startsWith(right.name(), at)) {
            return right.name().length();
        }
        for (String alias : right.aliases()) {
            if (text.startsWith(alias, at)) {
                return alias.length();
            }
        }
        return 0;
    }

    /** The innermost place of the indication that is known. */
    private static Places.@Nullable Place home(Right right) {
        if (!right.holder().endsWith(MARK)) {
            return null;
        }
        Places.Place home = null;
        String written = of(right);
        for (int at = 0; at + 2 <= written.length(); ) {
            Places.Place place = Places.at(written, at);
            home = place == null ? home : place;
            at += place == null ? 1 : place.name().length();
        }
        return home;
    }

    /** The place of the indication, for people. */
    static String of(Right right) {
        return right.holder().replace(MARK, "");
    }
}
