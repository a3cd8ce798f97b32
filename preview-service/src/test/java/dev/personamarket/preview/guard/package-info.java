/** How {@code guard} behaves. */
@NullMarked
package dev.personamarket.preview.guard;

import org.jspecify.annotations.NullMarked;
