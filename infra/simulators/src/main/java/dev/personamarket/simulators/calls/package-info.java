/** What was asked of the simulators, kept for tests and curious developers. */
@NullMarked
package dev.personamarket.simulators.calls;

import org.jspecify.annotations.NullMarked;
