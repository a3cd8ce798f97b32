/** What changes about personalities, told to everybody who listens as it happens. */
@NullMarked
package dev.personamarket.catalog.live;

import org.jspecify.annotations.NullMarked;
