/** How {@code model} behaves. */
@NullMarked
package dev.personamarket.preview.model;

import org.jspecify.annotations.NullMarked;
