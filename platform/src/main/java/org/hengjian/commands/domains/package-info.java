/** {@code ./hengjian domains}: look-alike domains in a feed, and domains to watch for a name. */
@NullMarked
package org.hengjian.commands.domains;

import org.jspecify.annotations.NullMarked;
