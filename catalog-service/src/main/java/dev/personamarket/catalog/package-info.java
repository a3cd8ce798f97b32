/** The catalogue of personalities. */
@NullMarked
package dev.personamarket.catalog;

import org.jspecify.annotations.NullMarked;
