package org.hengjian.documents;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A text that somebody typed in several lines has as many paragraphs in print and in Word, each with its indent. */
final class Paragraphs {

    private static final String TYPED = "pre";
    private static final String EMPTY_LINE = "\u3000"; // keeps its height

    private Paragraphs() {}

    /** @param page as it was read; changed */
    static Document parted(Document page) {
        var found = page.getElementsByTagName("p");
        for (int i = found.getLength() - 1; i >= 0; i--) {
            var typed = (Element) found.item(i);
            String text = typed.getTextContent().strip();
            if (List.of(typed.getAttribute("class").split(" ")).contains(TYPED)
                    && typed.getElementsByTagName("*").getLength() == 0
                    && text.contains("\n")) {
                for (String line : text.split("\\R")) {
                    var paragraph = (Element) typed.cloneNode(false);
                    paragraph.setTextContent(line.isBlank() ? EMPTY_LINE : line);
                    typed.getParentNode().insertBefore(paragraph, typed);
                }
                typed.getParentNode().removeChild(typed);
            }
        }
        return page;
    }
}
