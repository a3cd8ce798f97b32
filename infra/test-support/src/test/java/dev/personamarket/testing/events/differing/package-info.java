/** The events of a service that does something else. */
@NullMarked
package dev.personamarket.testing.events.differing;

import org.jspecify.annotations.NullMarked;
