/** The read side: how people find personalities and look at one. */
@NullMarked
package dev.personamarket.catalog.browsing;

import org.jspecify.annotations.NullMarked;
