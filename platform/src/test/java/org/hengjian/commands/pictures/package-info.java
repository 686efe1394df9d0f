@NullMarked
package org.hengjian.commands.pictures;

import org.jspecify.annotations.NullMarked;
