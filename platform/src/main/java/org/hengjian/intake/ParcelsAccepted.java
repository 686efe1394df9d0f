package org.hengjian.intake;

/**
 * A chunk of a batch of parcels was taken in: those of {@code batch} with ids from {@code fromParcel} to {@code toParcel},
 * both inclusive. Published in the transaction of the chunk, heard after it; {@link Parcels#ofChunk} reads them.
 */
public record ParcelsAccepted(long batch, long fromParcel, long toParcel) {}
