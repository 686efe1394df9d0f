/**
 * Blocks: which pairs are worth comparing at all, and how many true pairs that loses.
 */
@NullMarked
package org.hengjian.tracing.blocking;

import org.jspecify.annotations.NullMarked;
