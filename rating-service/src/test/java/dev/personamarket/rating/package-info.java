/** The service as its neighbours see it. */
@NullMarked
package dev.personamarket.rating;

import org.jspecify.annotations.NullMarked;
