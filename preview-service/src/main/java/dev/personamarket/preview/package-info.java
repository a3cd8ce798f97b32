/** Live conversations with personalities. */
@NullMarked
package dev.personamarket.preview;

import org.jspecify.annotations.NullMarked;
