package org.hengjian.claims;

/**
 * Words were published or withdrawn; {@link Claims#inForce()} tells what counts now.
 *
 * @param words that were
 */
public record ClaimsChanged(String words) {}
