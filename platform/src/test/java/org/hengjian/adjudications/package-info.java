@NullMarked
package org.hengjian.adjudications;

import org.jspecify.annotations.NullMarked;
