/** Shows that the shared assertions can fail. */
@NullMarked
package dev.personamarket.testing;

import org.jspecify.annotations.NullMarked;
