/** A feature of its own. */
@NullMarked
package dev.personamarket.testing.architecture.sound.guests;

import org.jspecify.annotations.NullMarked;
