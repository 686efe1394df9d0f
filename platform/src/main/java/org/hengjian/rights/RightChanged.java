package org.hengjian.rights;

/**
 * A right was registered, corrected, ended, or who may sell under it has changed; {@link Rights#forScreening(String)}
 * tells how it stands now. Not published when a file of many is brought in: see {@link RightsBroughtIn}.
 *
 * @param reference of the right
 */
public record RightChanged(String reference) {}
