/** The bot's side of a guild: reading it, and how it appears there. */
@NullMarked
package dev.personamarket.simulators.discord.bot;

import org.jspecify.annotations.NullMarked;
