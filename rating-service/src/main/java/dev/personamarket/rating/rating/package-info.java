/** Rating a personality, taking it back, reading what others wrote; and what all of it adds up to. */
@NullMarked
package dev.personamarket.rating.rating;

import org.jspecify.annotations.NullMarked;
