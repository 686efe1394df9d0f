/**
 * Tracing (溯源): which records speak of the same seller, and why. Records are declared by a {@link
 * org.hengjian.tracing.schema.Schema}, their values made comparable, brought together by blocks, weighed after Fellegi and
 * Sunter with parameters estimated without labels, and joined to clusters that no single weak link can chain together.
 * Knows neither Spring nor SQL nor the other libraries; has no clock.
 */
@NullMarked
package org.hengjian.tracing;

import org.jspecify.annotations.NullMarked;
