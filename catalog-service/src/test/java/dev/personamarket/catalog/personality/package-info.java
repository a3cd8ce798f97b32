/** Tests of personalities and their administration. */
@NullMarked
package dev.personamarket.catalog.personality;

import org.jspecify.annotations.NullMarked;
