/** Signed interactions out, answers and follow-ups in. */
@NullMarked
package dev.personamarket.simulators.discord.interactions;

import org.jspecify.annotations.NullMarked;
