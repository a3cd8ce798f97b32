/** Keeps what makes a personality speak from being said by it. */
@NullMarked
package dev.personamarket.preview.guard;

import org.jspecify.annotations.NullMarked;
