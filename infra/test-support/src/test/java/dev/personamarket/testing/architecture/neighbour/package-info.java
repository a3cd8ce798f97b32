/** A service that reaches into another one. */
@NullMarked
package dev.personamarket.testing.architecture.neighbour;

import org.jspecify.annotations.NullMarked;
