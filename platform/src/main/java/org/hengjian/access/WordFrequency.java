package org.hengjian.access;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which way a list takes to words that are looked for: those of few things are found by an index, those of many by reading the
 * list, where the next one is never far.
 */
public final class WordFrequency {

    /** Words that stand in more of the things than this are common. */
    private static final double COMMON = 1.0 / 500;

    private final JdbcClient jdbc;
    private final String sql;

    /** @param room whose function {@code <room>.frequency} estimates the share of its things in which words stand */
    public WordFrequency(JdbcClient jdbc, String room) {
        this.jdbc = jdbc;
        sql = "select " + room + ".frequency(?)";
    }

    /** Whether there are words, and few things have them. */
    public boolean isRare(String words) {
        return !words.isEmpty() && jdbc.sql(sql).param(words).query(Double.class).single() < COMMON;
    }
}
