/** Stories over real HTTP against running simulators. */
@NullMarked
package dev.personamarket.simulators;

import org.jspecify.annotations.NullMarked;
