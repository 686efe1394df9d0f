package org.hengjian.rights;

/**
 * Many rights were registered or changed at once; {@link Rights#forScreening()} tells how all stand now.
 *
 * @param count how many
 */
public record RightsBroughtIn(int count) {}
