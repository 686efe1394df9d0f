package org.hengjian.commands.screen;

/**
 * A picture that was not screened, and what to do about it.
 *
 * @param row in the file of offers
 * @param path as the row names it
 */
record UnreadPicture(long row, String path, String reason, String remedy) {

    static final String FIELD = "images";
}
