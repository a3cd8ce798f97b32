/** A service whose fields are filled by magic. */
@NullMarked
package dev.personamarket.testing.architecture.fields;

import org.jspecify.annotations.NullMarked;
