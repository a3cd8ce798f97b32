/** Keyset paging: where one page ended and the next begins. */
@NullMarked
package dev.personamarket.catalog.paging;

import org.jspecify.annotations.NullMarked;
