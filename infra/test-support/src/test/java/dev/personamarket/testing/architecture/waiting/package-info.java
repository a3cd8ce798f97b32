/** A service that waits. */
@NullMarked
package dev.personamarket.testing.architecture.waiting;

import org.jspecify.annotations.NullMarked;
