package org.hengjian.documents;

/**
 * A person's wording in the place of the machine's 改稿. It holds only as long as the machine would still say the same
 * there: wording that was made for other facts is never put over new ones.
 *
 * @param said    what the machine says, to the letter
 * @param instead what the person says; empty to leave the passage out
 */
public record Revision(String said, String instead) {

    public Revision {
        said = lines(said);
        instead = lines(instead);
    }

    boolean changes() {
        return !said.equals(instead);
    }

    /** As browsers send it and templates give it: one kind of line end, none at the end. */
    static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    }
}
