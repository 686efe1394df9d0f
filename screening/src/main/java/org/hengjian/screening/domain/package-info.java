/** Look-alike domains (近似域名), both ways: variants of a name for a watch list, and a feed of domains matched against all names. */
@NullMarked
package org.hengjian.screening.domain;

import org.jspecify.annotations.NullMarked;
