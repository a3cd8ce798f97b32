/** What may not be said, neither to a personality nor by it. */
@NullMarked
package dev.personamarket.preview.moderation;

import org.jspecify.annotations.NullMarked;
