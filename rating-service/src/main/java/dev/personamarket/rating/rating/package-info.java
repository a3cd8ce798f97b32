/** Rating a personality and taking it back, having used it or not; and what all of it adds up to. */
@NullMarked
package dev.personamarket.rating.rating;

import org.jspecify.annotations.NullMarked;
