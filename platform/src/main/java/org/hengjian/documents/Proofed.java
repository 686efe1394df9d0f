package org.hengjian.documents;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A form's handler whose steps issue documents: the form can be taken on trial for its proofs 校样. Only where the answer
 * shows nothing that must be entered in the log, for a trial leaves no entry.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proofed {}
