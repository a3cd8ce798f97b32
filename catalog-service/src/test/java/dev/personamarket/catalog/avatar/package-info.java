/** Tests of faces. */
@NullMarked
package dev.personamarket.catalog.avatar;

import org.jspecify.annotations.NullMarked;
