/** Tests of what is told live. */
@NullMarked
package dev.personamarket.catalog.live;

import org.jspecify.annotations.NullMarked;
