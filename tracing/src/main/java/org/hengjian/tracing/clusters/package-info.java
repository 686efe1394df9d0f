/**
 * Clusters of records: joined by links that hold, kept apart where the evidence says so, taken apart again on request.
 */
@NullMarked
package org.hengjian.tracing.clusters;

import org.jspecify.annotations.NullMarked;
