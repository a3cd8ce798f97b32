/** The service as its neighbours see it. */
@NullMarked
package dev.personamarket.preview;

import org.jspecify.annotations.NullMarked;
