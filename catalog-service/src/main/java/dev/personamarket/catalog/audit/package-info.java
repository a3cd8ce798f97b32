/** Who changed what in the catalogue, and when. */
@NullMarked
package dev.personamarket.catalog.audit;

import org.jspecify.annotations.NullMarked;
