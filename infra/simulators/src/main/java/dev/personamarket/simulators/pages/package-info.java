/** The few HTML pages: templates without script, filled in by name. */
@NullMarked
package dev.personamarket.simulators.pages;

import org.jspecify.annotations.NullMarked;
