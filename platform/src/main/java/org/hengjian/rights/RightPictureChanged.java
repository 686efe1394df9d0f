package org.hengjian.rights;

/**
 * A reference picture was added or removed: whoever compares pictures should ask again for it.
 *
 * @param picture its id
 */
public record RightPictureChanged(long picture) {}
