/** Our own copy of what makes personalities speak, and how it becomes a prompt. */
@NullMarked
package dev.personamarket.preview.persona;

import org.jspecify.annotations.NullMarked;
