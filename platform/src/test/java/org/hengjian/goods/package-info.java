@NullMarked
package org.hengjian.goods;

import org.jspecify.annotations.NullMarked;
