package org.hengjian.documents;

/**
 * Number of an official document (发文字号): short name of the agency, kind, year, serial number, 杭西市监案〔2026〕117号.
 * Checks form only; says nothing of whether it was given.
 */
public record DocumentNumber(String text) {

    private static final java.util.regex.Pattern FORM =
            java.util.regex.Pattern.compile("\\p{IsHan}{2,20}〔[12]\\d{3}〕[1-9]\\d{0,6}号");

    /** @throws IllegalArgumentException if {@code text} is not of the form */
    public DocumentNumber {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the number of a document: " + text);
        }
    }

    static DocumentNumber of(String agency, String word, int year, int serial) {
        return new DocumentNumber("%s%s〔%d〕%d号".formatted(agency, word, year, serial));
    }

    @Override
    public String toString() {
        return text;
    }
}
