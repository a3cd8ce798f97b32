/** The servers (guilds, in Discord's words), their channels, and where the bot is installed. */
@NullMarked
package dev.personamarket.simulators.discord.guilds;

import org.jspecify.annotations.NullMarked;
