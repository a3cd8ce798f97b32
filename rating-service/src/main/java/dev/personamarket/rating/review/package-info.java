/** What people wrote about a personality, and which of it others found helpful. */
@NullMarked
package dev.personamarket.rating.review;

import org.jspecify.annotations.NullMarked;
