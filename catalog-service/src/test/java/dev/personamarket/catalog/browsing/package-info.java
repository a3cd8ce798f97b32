/** Tests of finding and looking at personalities. */
@NullMarked
package dev.personamarket.catalog.browsing;

import org.jspecify.annotations.NullMarked;
