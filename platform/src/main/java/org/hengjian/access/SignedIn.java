package org.hengjian.access;

/** A principal of the security context that says who it is. */
public interface SignedIn {

    Viewer viewer();
}
