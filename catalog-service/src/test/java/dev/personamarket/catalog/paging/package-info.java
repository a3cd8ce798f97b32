/** Tests of cursors. */
@NullMarked
package dev.personamarket.catalog.paging;

import org.jspecify.annotations.NullMarked;
