/** What is known of personalities, from the catalogue's events. */
@NullMarked
package dev.personamarket.deployment.persona;

import org.jspecify.annotations.NullMarked;
