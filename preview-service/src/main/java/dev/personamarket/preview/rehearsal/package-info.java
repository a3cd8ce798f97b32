/** Conversations with a personality that is being written, for its author; nothing of them is kept. */
@NullMarked
package dev.personamarket.preview.rehearsal;

import org.jspecify.annotations.NullMarked;
