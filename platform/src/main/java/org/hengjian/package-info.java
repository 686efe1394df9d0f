/** The platform: one package a room, each a module of Spring Modulith with its own schema; {@code ARCHITECTURE.md} draws them. */
@NullMarked
package org.hengjian;

import org.jspecify.annotations.NullMarked;
