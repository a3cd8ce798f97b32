/** How {@code budget} behaves. */
@NullMarked
package dev.personamarket.preview.budget;

import org.jspecify.annotations.NullMarked;
