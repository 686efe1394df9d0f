package org.hengjian.screening;

/**
 * Why something that could have been suspected was not (排除理由): shown to people, and counted by {@code kind}.
 *
 * @param rightId the right that was named; empty when only a claim was set aside
 */
public record Clearing(
        Kind kind, String rightId, String field, int start, int end, String text, String zh, String en) {}
