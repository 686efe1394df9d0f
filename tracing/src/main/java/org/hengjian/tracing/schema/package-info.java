/**
 * What records hold, by declaration, and records made ready for comparison: {@link org.hengjian.tracing.schema.Profile}
 * holds the parts of every value, {@link org.hengjian.tracing.schema.ProfileStore} millions of them outside the heap.
 */
@NullMarked
package org.hengjian.tracing.schema;

import org.jspecify.annotations.NullMarked;
