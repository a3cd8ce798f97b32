/** What a personality is and what may be done with it: drafts, immutable versions, the admins' routes. */
@NullMarked
package dev.personamarket.catalog.personality;

import org.jspecify.annotations.NullMarked;
