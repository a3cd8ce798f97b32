/** A service that waits by way of a future. */
@NullMarked
package dev.personamarket.testing.architecture.futures;

import org.jspecify.annotations.NullMarked;
