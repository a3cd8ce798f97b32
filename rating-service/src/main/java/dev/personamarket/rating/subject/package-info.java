/** Which personalities exist, as the catalogue tells it. */
@NullMarked
package dev.personamarket.rating.subject;

import org.jspecify.annotations.NullMarked;
