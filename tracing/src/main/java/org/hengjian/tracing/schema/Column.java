package org.hengjian.tracing.schema;

/** A column of the input by its heading, and what its cells hold. */
public record Column(String heading, Kind kind) {}
