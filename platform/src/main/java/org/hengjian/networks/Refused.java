package org.hengjian.networks;

/** Why nothing was done: a message key. */
record Refused(String why) {}
