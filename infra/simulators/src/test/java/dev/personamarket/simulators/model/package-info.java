/** Stories over real HTTP against running simulators. */
@NullMarked
package dev.personamarket.simulators.model;

import org.jspecify.annotations.NullMarked;
