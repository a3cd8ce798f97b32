/** Application commands: their rules, limits and storage. */
@NullMarked
package dev.personamarket.simulators.discord.commands;

import org.jspecify.annotations.NullMarked;
