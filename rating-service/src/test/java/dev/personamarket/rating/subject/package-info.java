/** What the service learns of personalities. */
@NullMarked
package dev.personamarket.rating.subject;

import org.jspecify.annotations.NullMarked;
