package org.hengjian.adjudications;

/**
 * The adjudication that a verb acts on, and the version that the actor saw.
 *
 * @param key of the request: coming twice, it is done once and answered alike; empty for none
 */
public record Step(long id, int version, String key) {}
