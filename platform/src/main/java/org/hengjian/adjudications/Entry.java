package org.hengjian.adjudications;

/** A paper as it lies in the file. @param n its place, from 1 without gaps */
public record Entry(int n, Paper paper, Signature by) {}
