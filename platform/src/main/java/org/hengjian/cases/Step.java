package org.hengjian.cases;

/** The case that a verb acts on, and the version that the actor saw. */
public record Step(long id, int version) {}
