/** Comes from the hen. */
@NullMarked
package dev.personamarket.testing.architecture.cycle.egg;

import org.jspecify.annotations.NullMarked;
