/** Tests of how categories are looked after. */
@NullMarked
package dev.personamarket.catalog.category;

import org.jspecify.annotations.NullMarked;
