/**
 * Clusters that grow and shrink one record at a time. {@link org.hengjian.tracing.incremental.LiveClusters} holds no state:
 * everything lies on a {@link org.hengjian.tracing.incremental.Shelf}, so that a database's transaction covers it all.
 */
@NullMarked
package org.hengjian.tracing.incremental;

import org.jspecify.annotations.NullMarked;
