/** Tests of character cards. */
@NullMarked
package dev.personamarket.catalog.card;

import org.jspecify.annotations.NullMarked;
