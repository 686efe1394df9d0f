package org.hengjian.cases;

/** One who handles the case (办案人员). @param licence number of the enforcement licence (执法证号) */
public record Officer(long id, String name, String licence) {}
