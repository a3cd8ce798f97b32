/** How {@code speaking} behaves. */
@NullMarked
package dev.personamarket.preview.speaking;

import org.jspecify.annotations.NullMarked;
