/** What others read of ratings. */
@NullMarked
package dev.personamarket.rating.review;

import org.jspecify.annotations.NullMarked;
