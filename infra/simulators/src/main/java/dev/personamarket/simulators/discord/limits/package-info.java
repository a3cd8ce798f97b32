/** Rate limits and the User-Agent rule. */
@NullMarked
package dev.personamarket.simulators.discord.limits;

import org.jspecify.annotations.NullMarked;
