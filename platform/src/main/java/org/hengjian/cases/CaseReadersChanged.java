package org.hengjian.cases;

/** Other agencies than before read the case. Published in the transaction that let them; {@link CaseReaders#of} says which. */
public record CaseReadersChanged(long id) {}
