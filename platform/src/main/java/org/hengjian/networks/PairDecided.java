package org.hengjian.networks;

/** A person said of two records that they are one seller or two, or took that back. Keys as in addresses: {@code shop-17}. */
public record PairDecided(String source, String target) {}
