/** Brings personalities to Discord servers and keeps them there. */
@NullMarked
package dev.personamarket.deployment;

import org.jspecify.annotations.NullMarked;
