/** How {@code rehearsal} behaves. */
@NullMarked
package dev.personamarket.preview.rehearsal;

import org.jspecify.annotations.NullMarked;
