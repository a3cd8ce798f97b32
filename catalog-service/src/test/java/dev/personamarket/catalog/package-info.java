/** Tests of the catalogue as a whole, and the words that all of them use. */
@NullMarked
package dev.personamarket.catalog;

import org.jspecify.annotations.NullMarked;
