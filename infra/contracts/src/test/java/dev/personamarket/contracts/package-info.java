/** Holds the contracts themselves to their own rules, before any service is held to them. */
@NullMarked
package dev.personamarket.contracts;

import org.jspecify.annotations.NullMarked;
