package org.hengjian.goods;

import java.time.Instant;

/** A link of the chain of custody (保管链): from then on it lay there, under that seal, with that keeper. */
public record Placing(int n, Item.Custody custody, String note, boolean byScan, Instant at, String person) {}
