/** What tests share: one platform on one real PostgreSQL for all of them, people to act as, a browser. */
@NullMarked
package org.hengjian.testing;

import org.jspecify.annotations.NullMarked;
