@NullMarked
package org.hengjian.intake;

import org.jspecify.annotations.NullMarked;
