package org.hengjian.access;

/**
 * Somebody signed in was turned away. Published at the moment of the refusal, outside of any transaction.
 *
 * @param deed what was tried, {@code cases.decide}
 * @param path the address at which it was tried
 */
public record AccessRefused(String deed, String path) {}
