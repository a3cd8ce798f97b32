/** Faces: stored ones under the hash of their bytes, and drawn ones for whoever has none. */
@NullMarked
package dev.personamarket.catalog.avatar;

import org.jspecify.annotations.NullMarked;
