/** How many tokens may be used on a day: by one person, by one personality, by all. */
@NullMarked
package dev.personamarket.preview.budget;

import org.jspecify.annotations.NullMarked;
