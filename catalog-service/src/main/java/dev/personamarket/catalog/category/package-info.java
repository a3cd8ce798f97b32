/** How the categories of the marketplace are looked after. */
@NullMarked
package dev.personamarket.catalog.category;

import org.jspecify.annotations.NullMarked;
