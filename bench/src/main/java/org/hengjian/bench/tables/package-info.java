/** Makes the character tables that screening ships, from published packages; see screening/NOTICE-data.md. */
@NullMarked
package org.hengjian.bench.tables;

import org.jspecify.annotations.NullMarked;
