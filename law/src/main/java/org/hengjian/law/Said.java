package org.hengjian.law;

/** A sentence of the library's own, in both languages. What the law says is quoted instead, see {@link Source}. */
public record Said(String en, String zh) {

    /** From data: {@code {en: …, zh: …}}, or one text that serves for both, as words of the law do. */
    static Said of(Node node) {
        return node.isMap()
                ? new Said(node.need("en").text(), node.need("zh").text())
                : new Said(node.text(), node.text());
    }

    Said and(Said next) {
        return new Said(en + "; " + next.en, zh + "；" + next.zh);
    }
}
