/**
 * Weights of evidence after Fellegi and Sunter (1969), estimated by expectation–maximisation without labels, and the
 * threshold found from the precision and recall that they promise.
 */
@NullMarked
package org.hengjian.tracing.judging;

import org.jspecify.annotations.NullMarked;
