/** Side by side: what screening sees and how fast, next to the libraries that others would take. */
@NullMarked
package org.hengjian.bench;

import org.jspecify.annotations.NullMarked;
