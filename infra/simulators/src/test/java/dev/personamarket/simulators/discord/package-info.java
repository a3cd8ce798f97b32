/** Stories over real HTTP against running simulators. */
@NullMarked
package dev.personamarket.simulators.discord;

import org.jspecify.annotations.NullMarked;
