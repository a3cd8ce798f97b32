/** A service that keeps every rule. */
@NullMarked
package dev.personamarket.testing.architecture.sound;

import org.jspecify.annotations.NullMarked;
