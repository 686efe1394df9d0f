@NullMarked
package org.hengjian.commands.domains;

import org.jspecify.annotations.NullMarked;
