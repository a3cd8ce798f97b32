/** Character cards, in which the persona world exchanges its characters: in and out, losing nothing on the way. */
@NullMarked
package dev.personamarket.catalog.card;

import org.jspecify.annotations.NullMarked;
