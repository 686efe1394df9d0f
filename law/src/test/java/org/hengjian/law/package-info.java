/** What the law must answer, in sentences. */
@NullMarked
package org.hengjian.law;

import org.jspecify.annotations.NullMarked;
