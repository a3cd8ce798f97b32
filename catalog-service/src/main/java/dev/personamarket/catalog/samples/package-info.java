/** The personalities that an empty catalogue opens with. */
@NullMarked
package dev.personamarket.catalog.samples;

import org.jspecify.annotations.NullMarked;
