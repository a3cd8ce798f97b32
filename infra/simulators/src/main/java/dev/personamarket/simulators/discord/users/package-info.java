/** What a signed-in person, or the bot, may read about itself. */
@NullMarked
package dev.personamarket.simulators.discord.users;

import org.jspecify.annotations.NullMarked;
