/** How {@code moderation} behaves. */
@NullMarked
package dev.personamarket.preview.moderation;

import org.jspecify.annotations.NullMarked;
