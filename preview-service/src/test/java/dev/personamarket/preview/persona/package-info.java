/** How {@code persona} behaves. */
@NullMarked
package dev.personamarket.preview.persona;

import org.jspecify.annotations.NullMarked;
