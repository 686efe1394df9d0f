package org.hengjian.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands (出处): the instrument, the article and the sentences themselves.
 *
 * @param quotes the sentences, as they stand in {@code text}; empty where the text was not available
 * @param text the stored text's file name, or none
 * @param excerpt whether only an excerpt of the instrument is stored, so that it is second-hand
 */
public record Source(
        String instrument,
        String article,
        List<String> quotes,
        @Nullable String text,
        boolean excerpt) {

    public Source {
        quotes = List.copyOf(quotes);
    }

    static Source of(Node node) {
        Node text = node.at("text");
        return new Source(
                node.need("instrument").text(),
                node.need("article").text(),
                node.at("quote").texts(),
                text.isPresent() ? text.text() : null,
                node.at("completeness").textOr("full").equals("excerpt"));
    }

    /** All sentences as one, for a line of text. */
    public String quote() {
        return String.join(" … ", quotes);
    }
}
