/** How much one caller may ask for. */
@NullMarked
package dev.personamarket.gateway.limits;

import org.jspecify.annotations.NullMarked;
