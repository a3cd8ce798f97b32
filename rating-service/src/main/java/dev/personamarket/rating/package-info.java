/** Stars and reviews for personalities, one of each person for each personality. */
@NullMarked
package dev.personamarket.rating;

import org.jspecify.annotations.NullMarked;
