/** How fast the law answers; run by hand, never by the build. */
@NullMarked
package org.hengjian.law.bench;

import org.jspecify.annotations.NullMarked;
