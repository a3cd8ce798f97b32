/** A feature that uses another one. */
@NullMarked
package dev.personamarket.testing.architecture.sound.greeting;

import org.jspecify.annotations.NullMarked;
