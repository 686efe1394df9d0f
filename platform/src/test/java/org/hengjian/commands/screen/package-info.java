@NullMarked
package org.hengjian.commands.screen;

import org.jspecify.annotations.NullMarked;
