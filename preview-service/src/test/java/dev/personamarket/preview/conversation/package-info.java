/** How {@code conversation} behaves. */
@NullMarked
package dev.personamarket.preview.conversation;

import org.jspecify.annotations.NullMarked;
