package org.hengjian.cases;

/** An agency as a paper names it. */
public record Office(long id, String name) {}
