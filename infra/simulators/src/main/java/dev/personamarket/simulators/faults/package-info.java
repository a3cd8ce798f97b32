/** Troubles on request: delays, refusals, broken answers and closed connections. */
@NullMarked
package dev.personamarket.simulators.faults;

import org.jspecify.annotations.NullMarked;
