package org.hengjian.documents;

/** A piece of an issued document's text. @param place in words: 正文第3段, “住所”栏 */
record Passage(String place, String text) {

    /** As it is compared: one space where any stood. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    int count(String words) {
        int count = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            count++;
        }
        return count;
    }

    Passage with(Change change) {
        return new Passage(place, text.replace(change.wrong(), change.right()));
    }
}
