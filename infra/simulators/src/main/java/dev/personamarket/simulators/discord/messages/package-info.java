/** Messages in channels. */
@NullMarked
package dev.personamarket.simulators.discord.messages;

import org.jspecify.annotations.NullMarked;
