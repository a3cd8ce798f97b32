/** Comes from the egg. */
@NullMarked
package dev.personamarket.testing.architecture.cycle.hen;

import org.jspecify.annotations.NullMarked;
