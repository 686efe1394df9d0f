package org.hengjian.access;

/** How far a viewer sees beyond the rows of their own agency and those shared with it. */
public enum Scope {
    /** Not at all: platforms, rights holders, police, prosecutors, courts. */
    OWN,
    /** The agencies of the same line (系统) in the own region and below: a city bureau sees its counties. */
    LINE,
    /** All lines in the own region and below: the coordinating offices (双打办), auditors. */
    ACROSS,
    /** The server's own work; never a person. */
    MACHINE
}
