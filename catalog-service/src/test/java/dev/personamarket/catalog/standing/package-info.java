/** Tests of what events do to a personality's standing. */
@NullMarked
package dev.personamarket.catalog.standing;

import org.jspecify.annotations.NullMarked;
