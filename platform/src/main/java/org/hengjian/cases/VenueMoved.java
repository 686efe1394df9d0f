package org.hengjian.cases;

/** A step was taken about who has jurisdiction over a case (管辖). */
public record VenueMoved(long caseId) {}
