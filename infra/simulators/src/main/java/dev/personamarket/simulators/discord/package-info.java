/** What all parts of the simulated Discord share: ids, errors, settings. */
@NullMarked
package dev.personamarket.simulators.discord;

import org.jspecify.annotations.NullMarked;
