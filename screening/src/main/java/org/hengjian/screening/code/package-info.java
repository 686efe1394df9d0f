/** Bar codes of goods (商品条码): check digit, and the organisation that gave the prefix. */
@NullMarked
package org.hengjian.screening.code;

import org.jspecify.annotations.NullMarked;
