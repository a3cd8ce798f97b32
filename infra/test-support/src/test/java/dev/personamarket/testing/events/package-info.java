/** Stand-ins for what the shared jars declare: the same short names, the same methods. */
@NullMarked
package dev.personamarket.testing.events;

import org.jspecify.annotations.NullMarked;
