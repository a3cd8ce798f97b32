/** How people rate, and what it adds up to. */
@NullMarked
package dev.personamarket.rating.rating;

import org.jspecify.annotations.NullMarked;
