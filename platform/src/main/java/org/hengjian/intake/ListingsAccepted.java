package org.hengjian.intake;

/**
 * A chunk of a batch was taken in: the listings of {@code batch} with ids from {@code fromListing} to {@code toListing},
 * both inclusive. Published in the transaction of the chunk, heard after it; {@link Intake#listings} reads them.
 */
public record ListingsAccepted(long batch, long fromListing, long toListing) {}
