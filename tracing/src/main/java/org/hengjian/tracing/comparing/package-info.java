/**
 * Measures: how alike two canonical values of one kind are, as one of a few named levels from "same" to "different".
 */
@NullMarked
package org.hengjian.tracing.comparing;

import org.jspecify.annotations.NullMarked;
