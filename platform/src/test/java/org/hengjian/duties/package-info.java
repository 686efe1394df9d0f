@NullMarked
package org.hengjian.duties;

import org.jspecify.annotations.NullMarked;
