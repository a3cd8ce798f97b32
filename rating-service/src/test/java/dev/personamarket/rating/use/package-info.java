/** What the service learns of use, and what that does to ratings. */
@NullMarked
package dev.personamarket.rating.use;

import org.jspecify.annotations.NullMarked;
