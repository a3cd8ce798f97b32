/** The one registered application: its key, its bot, its interactions endpoint. */
@NullMarked
package dev.personamarket.simulators.discord.application;

import org.jspecify.annotations.NullMarked;
